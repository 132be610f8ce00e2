package dev.sluice.gateway.route;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path of literal segments and {@code {variables}}, each variable standing for exactly one segment that is not
 * empty.
 */
public final class PathPattern {

    private static final Pattern VARIABLE = Pattern.compile("\\{[a-z][a-z0-9_]*}");

    private final String text;
    private final @Nullable String[] literals;
    private final List<String> variables;

    private PathPattern(String text, @Nullable String[] literals, List<String> variables) {
        this.text = text;
        this.literals = literals;
        this.variables = List.copyOf(variables);
    }

    /** Throws {@link IllegalArgumentException} with what is wrong, in words for the author of the route. */
    public static PathPattern parse(String text) {
        if (!text.startsWith("/")) {
            throw new IllegalArgumentException("a path begins with `/`");
        }
        String[] segments = text.substring(1).split("/", -1);
        @Nullable String[] literals = new String[segments.length];
        List<String> variables = new ArrayList<>();
        for (int k = 0; k < segments.length; k++) {
            String segment = segments[k];
            if (VARIABLE.matcher(segment).matches()) {
                variables.add(segment.substring(1, segment.length() - 1));
            } else {
                literals[k] = literal(segment);
            }
        }
        Set<String> distinct = new HashSet<>(variables);
        if (distinct.size() != variables.size()) {
            throw new IllegalArgumentException("a variable stands twice in the path");
        }
        return new PathPattern(text, literals, variables);
    }

    private static String literal(String segment) {
        if (segment.isEmpty() || segment.indexOf('{') >= 0 || segment.indexOf('}') >= 0) {
            throw new IllegalArgumentException(
                    "a segment is a text or one `{variable}` in lower case, and never empty");
        }
        RequestTarget parsed = RequestTarget.parse("/" + segment);
        if (parsed == null || parsed.query() != null || !parsed.path().equals("/" + segment)) {
            throw new IllegalArgumentException("the segment `" + segment + "` is not in normal form");
        }
        return segment;
    }

    /** The variables' names in the order of the path. */
    public List<String> variables() {
        return variables;
    }

    /** Whether a normalised path fits. */
    public boolean matches(String path) {
        int at = 0;
        for (@Nullable String literal : literals) {
            if (at >= path.length() || path.charAt(at) != '/') {
                return false;
            }
            int end = path.indexOf('/', at + 1);
            end = end < 0 ? path.length() : end;
            int length = end - at - 1;
            boolean fits =
                    literal == null ? length > 0 : length == literal.length() && path.startsWith(literal, at + 1);
            if (!fits) {
                return false;
            }
            at = end;
        }
        return at == path.length();
    }

    /** Whether every path that fits the other pattern fits this one too. */
    public boolean covers(PathPattern other) {
        if (literals.length != other.literals.length) {
            return false;
        }
        for (int k = 0; k < literals.length; k++) {
            if (literals[k] != null && !literals[k].equals(other.literals[k])) {
                return false;
            }
        }
        return true;
    }

    /** Whether some path fits both patterns. */
    public boolean overlaps(PathPattern other) {
        if (literals.length != other.literals.length) {
            return false;
        }
        for (int k = 0; k < literals.length; k++) {
            String mine = literals[k];
            String theirs = other.literals[k];
            if (mine != null && theirs != null && !mine.equals(theirs)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether this pattern is to be asked before {@code other}: the first segment where only one is literal decides.
     */
    public boolean precedes(PathPattern other) {
        for (int k = 0; k < Math.min(literals.length, other.literals.length); k++) {
            if ((literals[k] == null) != (other.literals[k] == null)) {
                return literals[k] != null;
            }
        }
        return false;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PathPattern pattern && text.equals(pattern.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
