package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceText;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Parses a partner's {@code encryption}: its public key as {@code jwk}, a map of texts, or as PEM, in place or in a
 * file.
 */
final class EncryptionParser {

    private final Problems problems;
    private final YamlExpectation expect;
    private final Function<String, Optional<SourceText>> files;

    /** @param files the bundle's text files by name */
    EncryptionParser(Problems problems, Function<String, Optional<SourceText>> files) {
        this.problems = problems;
        this.files = files;
        this.expect = new YamlExpectation(problems);
    }

    Optional<Partner.Encryption> parse(YamlFields partner) {
        return partner.map("encryption").flatMap(this::key);
    }

    private Optional<Partner.Encryption> key(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("encryption-key"), problems);
        Optional<YamlNode> jwk = fields.node("jwk");
        Optional<YamlScalar> pem = fields.text("pem");
        Optional<YamlScalar> file = fields.text("pem_file");
        fields.rejectOthers();
        if (Stream.of(jwk, pem, file).filter(Optional::isPresent).count() != 1) {
            problems.error(
                    "missing-key",
                    fields.location(),
                    "`encryption` has not exactly one key (expected: `jwk`, `pem` or `pem_file`)",
                    null);
            return Optional.empty();
        }
        if (file.isPresent()) {
            return file.flatMap(this::file);
        }
        return jwk.isPresent()
                ? jwk.flatMap(node -> expect.map(node, "`jwk`")).map(this::jwk)
                : pem.map(text -> new Partner.Encryption(text.text(), true, text.location()));
    }

    private Optional<Partner.Encryption> file(YamlScalar name) {
        Optional<SourceText> text = name.text().endsWith(".pem") ? files.apply(name.text()) : Optional.empty();
        if (text.isEmpty()) {
            problems.error(
                    "key-file-missing",
                    name.location(),
                    "the bundle has no file `" + name.text() + "` that can be read (expected: a `.pem` file)",
                    "the path begins at the bundle's directory");
        }
        return text.map(found -> new Partner.Encryption(String.join("\n", found.lines()), true, name.location()));
    }

    /** The map as JSON, with its members in one order. */
    private Partner.Encryption jwk(YamlMap map) {
        TreeMap<String, String> members = new TreeMap<>();
        for (YamlMap.Entry entry : map.entries()) {
            expect.text(entry.value(), "`" + entry.key() + "` of the `jwk`")
                    .ifPresent(text -> members.put(entry.key(), text.text()));
        }
        StringBuilder json = new StringBuilder("{");
        members.forEach((name, value) -> json.append(json.length() == 1 ? "" : ",")
                .append(quoted(name))
                .append(':')
                .append(quoted(value)));
        return new Partner.Encryption(json.append('}').toString(), false, map.location());
    }

    private static String quoted(String text) {
        StringBuilder json = new StringBuilder("\"");
        text.chars()
                .forEach(c -> json.append(
                        c < ' ' || c == '"' || c == '\\' ? String.format("\\u%04x", c) : Character.toString((char) c)));
        return json.append('"').toString();
    }
}
