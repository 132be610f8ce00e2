package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Scenario.Content;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.Arrays;
import java.util.Optional;

/** Parses a document of a test: JSON text in block style, or the name of a file of the bundle. */
final class ContentParser {

    private final Problems problems;
    private final YamlExpectation expect;

    ContentParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
    }

    Optional<Content> parse(YamlNode node, String what) {
        if (!(node instanceof YamlScalar)) {
            problems.error(
                    "wrong-type",
                    node.location(),
                    what + " is " + node.kindName() + " (expected: a file of the bundle, or JSON as text)",
                    "write JSON in block style: " + what.replace("`", "") + ": | and the document below it");
            return Optional.empty();
        }
        return expect.prose(node, what).flatMap(text -> content(text, what));
    }

    private Optional<Content> content(YamlScalar text, String what) {
        String stripped = text.text().strip();
        if (stripped.startsWith("{") || stripped.startsWith("[")) {
            return Optional.of(new Content.Inline(text.text(), text.location()));
        }
        if (leaves(text.text())) {
            problems.error(
                    "file-outside-bundle",
                    text.location(),
                    what + " is `" + text.text() + "` (expected: a file below the bundle's directory)",
                    "name it relative to the bundle's directory, with `/` and without `..`");
            return Optional.empty();
        }
        return Optional.of(new Content.OfFile(ScalarParser.named(text)));
    }

    private static boolean leaves(String name) {
        return name.startsWith("/")
                || name.contains("\\")
                || name.contains(":")
                || name.chars().anyMatch(c -> c < ' ')
                || Arrays.stream(name.split("/", -1))
                        .anyMatch(part -> part.isBlank() || part.equals(".") || part.equals(".."));
    }
}
