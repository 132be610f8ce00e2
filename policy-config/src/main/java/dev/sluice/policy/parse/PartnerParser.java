package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceText;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.vocabulary.TransferGround;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Parses {@code kind: Partner}. */
final class PartnerParser {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-fA-F]{64}");

    private final Problems problems;
    private final Lists lists;
    private final YamlExpectation expect;
    private final ScalarParser scalars;
    private final EncryptionParser encryption;

    /** @param files the bundle's text files by name */
    PartnerParser(Problems problems, Lists lists, Function<String, Optional<SourceText>> files) {
        this.lists = lists;
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
        this.encryption = new EncryptionParser(problems, files);
    }

    Partner parse(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("partner"), problems);
        fields.node("kind");
        Partner partner = new Partner(
                scalars.id(fields),
                fields.text("name").map(YamlScalar::text).orElse(null),
                ScalarParser.required(fields, "role"),
                lists.named(fields.requiredTexts("countries"), ListSort.COUNTRIES),
                fields.map("transfer").map(this::transfer).orElse(null),
                lists.named(fields.requiredTexts("purposes"), ListSort.PURPOSES),
                retention(fields).orElse(null),
                fields.text("contact").map(YamlScalar::text).orElse(null),
                status(fields),
                apiKeys(fields),
                encryption.parse(fields).orElse(null),
                keyChange(fields),
                fields.location());
        fields.rejectOthers();
        return partner;
    }

    private Partner.Transfer transfer(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("transfer"), problems);
        Named basis = ScalarParser.required(fields, "basis");
        fields.text("basis").ifPresent(text -> scalars.oneOf(text, "`basis`", TransferGround.WORDS));
        Partner.Transfer transfer = new Partner.Transfer(
                basis,
                day(fields, "signed").orElse(null),
                day(fields, "ends").orElse(null),
                fields.text("document").map(YamlScalar::text).orElse(null));
        fields.rejectOthers();
        return transfer;
    }

    private Optional<LocalDate> day(YamlFields fields, String key) {
        return fields.text(key).flatMap(text -> scalars.date(text, "`" + key + "`"));
    }

    private Optional<String> retention(YamlFields fields) {
        return fields.text("retention")
                .flatMap(text -> scalars.period(text, "`retention`"))
                .map(Object::toString);
    }

    private Partner.Status status(YamlFields fields) {
        return fields.text("status")
                .flatMap(text -> scalars.oneOf(text, "`status`", List.of("active", "suspended")))
                .map(word -> Partner.Status.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Partner.Status.ACTIVE);
    }

    private Partner.KeyChange keyChange(YamlFields fields) {
        return fields.text("key_change")
                .flatMap(text -> scalars.oneOf(text, "`key_change`", List.of("at_once", "at_end", "both")))
                .map(word -> Partner.KeyChange.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Partner.KeyChange.AT_ONCE);
    }

    private List<Named> apiKeys(YamlFields fields) {
        return fields.list("recognised_by").stream()
                .flatMap(node -> apiKey(node).stream())
                .toList();
    }

    private Optional<Named> apiKey(YamlNode node) {
        return expect.map(node, "a credential").flatMap(map -> {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("credential"), problems);
            Optional<Named> digest = fields.requiredNode("api_key")
                    .flatMap(value -> expect.map(value, "`api_key`"))
                    .flatMap(this::digest);
            fields.rejectOthers();
            return digest;
        });
    }

    private Optional<Named> digest(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("api-key"), problems);
        Optional<YamlScalar> digest = fields.requiredText("sha256");
        fields.rejectOthers();
        if (digest.isPresent() && !SHA_256.matcher(digest.get().text()).matches()) {
            problems.error(
                    "invalid-digest",
                    digest.get().location(),
                    "`sha256` has " + digest.get().text().length() + " characters (expected: 64 hex digits)",
                    "`printf %s \"$KEY\" | sha256sum` makes them; never write the key itself here");
            return Optional.empty();
        }
        return digest.map(text -> new Named(text.text().toLowerCase(Locale.ROOT), text.location()));
    }
}
