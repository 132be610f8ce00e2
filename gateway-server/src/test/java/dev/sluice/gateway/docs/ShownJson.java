package dev.sluice.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/**
 * JSON as a page shows it. {@code (a handle)}, {@code (a token)} and {@code (an envelope)} stand for what keys make of a value;
 * {@code (a handle: kim)} stands for the same one wherever it is shown again, and for no other.
 */
final class ShownJson {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern PLACEHOLDER = Pattern.compile("\\((a handle|a token|an envelope)(: [^)]*)?\\)");
    private static final Map<String, String> FORMS = Map.of(
            "a handle", "(?:throwaway\\.)?[A-Za-z0-9_-]{43}",
            "a token", "throwaway\\.[A-Za-z0-9_-]{22,}",
            "an envelope", "eyJ[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+){4}");

    private final Map<String, String> valuesByLabel = new HashMap<>();

    private ShownJson() {}

    /** Fails where what was printed is not what is shown. */
    static void compare(String what, String printed, String shown) {
        JsonNode actual = MAPPER.readTree(printed);
        JsonNode expected = MAPPER.readTree(shown);
        assertThat(new ShownJson().resolved(expected, actual)).as(what).isEqualTo(actual);
    }

    /** What is shown, with each placeholder replaced by what was printed there, if that is of its form. */
    private JsonNode resolved(JsonNode shown, JsonNode printed) {
        if (shown.isString() && printed.isString()) {
            return StringNode.valueOf(resolved(shown.stringValue(), printed.stringValue()));
        }
        if (shown.isObject()) {
            var copy = MAPPER.createObjectNode();
            shown.properties()
                    .forEach(member ->
                            copy.set(member.getKey(), resolved(member.getValue(), printed.path(member.getKey()))));
            return copy;
        }
        if (shown.isArray()) {
            var copy = MAPPER.createArrayNode();
            for (int i = 0; i < shown.size(); i++) {
                copy.add(resolved(shown.get(i), printed.path(i)));
            }
            return copy;
        }
        return shown;
    }

    private String resolved(String shown, String printed) {
        Matcher placeholder = PLACEHOLDER.matcher(shown);
        StringBuilder pattern = new StringBuilder();
        int end = 0;
        String label = null;
        while (placeholder.find()) {
            pattern.append(Pattern.quote(shown.substring(end, placeholder.start())))
                    .append(FORMS.get(placeholder.group(1)));
            label = placeholder.group(2) == null ? label : placeholder.group(2);
            end = placeholder.end();
        }
        if (end == 0 || !printed.matches(pattern + Pattern.quote(shown.substring(end)))) {
            return shown;
        }
        return label == null || isOnly(label, printed) ? printed : shown;
    }

    /** Whether the label has this value alone, and the value this label. */
    private boolean isOnly(String label, String value) {
        String known = valuesByLabel.putIfAbsent(label, value);
        return known == null
                ? valuesByLabel.values().stream().filter(value::equals).count() == 1
                : known.equals(value);
    }
}
