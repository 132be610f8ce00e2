package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.Optional;
import java.util.TreeMap;

/** Parses a partner's {@code encryption}: its public key as {@code jwk}, a map of texts, or as {@code pem}, a text. */
final class EncryptionParser {

    private final Problems problems;
    private final YamlExpectation expect;

    EncryptionParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
    }

    Optional<Partner.Encryption> parse(YamlFields partner) {
        return partner.map("encryption").flatMap(this::key);
    }

    private Optional<Partner.Encryption> key(YamlMap map) {
        YamlFields fields = new YamlFields(map, "`encryption`", problems);
        Optional<YamlNode> jwk = fields.node("jwk");
        Optional<YamlScalar> pem = fields.text("pem");
        fields.rejectOthers();
        if (jwk.isPresent() == pem.isPresent()) {
            problems.error(
                    "missing-key",
                    fields.location(),
                    "`encryption` has not exactly one key (expected: `jwk` or `pem`)",
                    null);
            return Optional.empty();
        }
        return jwk.isPresent()
                ? jwk.flatMap(node -> expect.map(node, "`jwk`")).map(this::jwk)
                : pem.map(text -> new Partner.Encryption(text.text(), true, text.location()));
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
