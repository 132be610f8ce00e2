package dev.sluice.gateway.scenario;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The texts of an expected document that stand for what no author can know: {@code (a handle)} for any pseudonym, {@code
 * (a handle: ada)} for the same one wherever it stands again, and for another than those of other names.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\(a (?:handle|pseudonym)(?:: ([^()]{1,64}))?\\)");
    private static final Pattern PSEUDONYM = Pattern.compile("[A-Za-z0-9_-]{1,64}\\.[A-Za-z0-9_-]{43}");

    private final Map<String, String> byName = new HashMap<>();
    private final Map<String, String> byPseudonym = new HashMap<>();

    /** Whether a text is a placeholder, and what left may stand there. */
    boolean accepts(String expected, String left) {
        Matcher placeholder = PLACEHOLDER.matcher(expected);
        if (!placeholder.matches() || !PSEUDONYM.matcher(left).matches()) {
            return false;
        }
        String name = placeholder.group(1);
        if (name == null) {
            return true;
        }
        String known = byName.putIfAbsent(name, left);
        String other = byPseudonym.putIfAbsent(left, name);
        return (known == null || known.equals(left)) && (other == null || other.equals(name));
    }
}
