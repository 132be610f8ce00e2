package dev.sluice.policy.yaml;

import dev.sluice.policy.diagnostic.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks nodes for the kind that a reader needs; another kind is a problem, and the answer is empty. */
public final class YamlExpectation {

    private final Problems problems;
    private final HiddenCharacters hidden;

    public YamlExpectation(Problems problems) {
        this.problems = problems;
        this.hidden = new HiddenCharacters(problems);
    }

    /** @param what the node's name in messages: {@code `id`} */
    public Optional<YamlMap> map(YamlNode node, String what) {
        if (node instanceof YamlMap map) {
            return Optional.of(map);
        }
        wrongType(node, what, "a map", null);
        return Optional.empty();
    }

    /** The elements of a list. */
    public List<YamlNode> list(YamlNode node, String what) {
        if (node instanceof YamlList list) {
            return list.elements();
        }
        wrongType(node, what, "a list", null);
        return List.of();
    }

    /** The elements of a list, or the node itself: one or many. */
    public List<YamlNode> oneOrMany(YamlNode node) {
        return node instanceof YamlList list ? list.elements() : List.of(node);
    }

    /** A text that is not empty and can be seen. */
    public Optional<YamlScalar> text(YamlNode node, String what) {
        return prose(node, what).filter(hidden::none);
    }

    /** A text that is not empty, in which anything may stand: nothing is compared with it. */
    public Optional<YamlScalar> prose(YamlNode node, String what) {
        if (node instanceof YamlScalar scalar && scalar.isText()) {
            if (scalar.text().isBlank()) {
                problems.error("wrong-value", node.location(), what + " is empty (expected: a text)", null);
                return Optional.empty();
            }
            return Optional.of(scalar);
        }
        boolean unquoted = node instanceof YamlScalar scalar && scalar.kind() != YamlScalar.Kind.NULL;
        wrongType(node, what, "text", unquoted ? "put it in quotes" : null);
        return Optional.empty();
    }

    /** One text, or a list of texts. */
    public List<YamlScalar> texts(YamlNode node, String what) {
        List<YamlScalar> result = new ArrayList<>();
        for (YamlNode element : oneOrMany(node)) {
            text(element, what).ifPresent(result::add);
        }
        return result;
    }

    /** A text, number or boolean. */
    public Optional<YamlScalar> scalar(YamlNode node, String what) {
        if (node instanceof YamlScalar scalar && scalar.kind() != YamlScalar.Kind.NULL && !isUnreadable(node)) {
            return Optional.of(scalar);
        }
        wrongType(node, what, "a text, number or boolean", null);
        return Optional.empty();
    }

    /** A whole number within bounds, both included. */
    public Optional<Integer> integer(YamlNode node, String what, int least, int most) {
        if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.NUMBER) {
            Optional<Integer> value = whole(scalar.text()).filter(number -> number >= least && number <= most);
            if (value.isEmpty()) {
                problems.error(
                        "wrong-value",
                        node.location(),
                        what + " is `" + scalar.text() + "` (expected: " + range(least, most) + ")",
                        null);
            }
            return value;
        }
        wrongType(node, what, "a whole number", unquoted(node, YamlScalar.Kind.NUMBER));
        return Optional.empty();
    }

    /** {@code true} or {@code false}. */
    public Optional<Boolean> flag(YamlNode node, String what) {
        if (node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.BOOLEAN) {
            return Optional.of(Boolean.parseBoolean(scalar.text()));
        }
        wrongType(node, what, "true or false", unquoted(node, YamlScalar.Kind.BOOLEAN));
        return Optional.empty();
    }

    /** How to mend a text that would be of another kind without its quotes; or null. */
    public static @Nullable String unquoted(YamlNode node, YamlScalar.Kind wanted) {
        return node instanceof YamlScalar scalar && scalar.isText() && PlainScalars.kindOf(scalar.text()) == wanted
                ? "take the quotes off: `" + scalar.text() + "`"
                : null;
    }

    private static String range(int least, int most) {
        return least == most ? "`" + least + "`" : "a whole number from " + least + " to " + most;
    }

    private static boolean isUnreadable(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.UNREADABLE;
    }

    private static Optional<Integer> whole(String text) {
        try {
            return Optional.of(Integer.parseInt(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private void wrongType(YamlNode node, String what, String expected, @Nullable String help) {
        if (isUnreadable(node)) {
            return;
        }
        problems.error(
                "wrong-type", node.location(), what + " is " + node.kindName() + " (expected: " + expected + ")", help);
    }
}
