package dev.sluice.policy.vocabulary;

import dev.sluice.policy.diagnostic.NearestName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What data is: the data categories of fideslang, older names included, and the shipped {@code x.} ones. Older names of
 * the same thing are equal to it everywhere; of those that moved, cuts on either name hold for both, while shares
 * keep to
 * the name.
 */
public final class Categories {

    private static final Set<String> NAMES = new TreeSet<>();
    private static final Set<String> SPECIAL = new HashSet<>();
    private static final Map<String, String> RENAMED = new HashMap<>();
    private static final Map<String, String> MOVED = new HashMap<>();
    private static final Map<String, String> IS_A = new HashMap<>();

    static {
        for (String line : WordList.read("categories.txt")) {
            String[] words = line.split(" ");
            NAMES.add(words[0]);
            if (words.length == 2) {
                SPECIAL.add(words[0]);
            } else if (words.length == 3) {
                Map<String, String> relation = switch (words[1]) {
                    case "=" -> RENAMED;
                    case "~" -> MOVED;
                    default -> IS_A;
                };
                relation.put(words[0], words[2]);
            }
        }
    }

    private Categories() {}

    public static boolean known(String name) {
        return NAMES.contains(name);
    }

    /** All categories, sorted. */
    public static List<String> names() {
        return List.copyOf(NAMES);
    }

    /** The known name nearest to a written one, if one is near enough. */
    public static Optional<String> nearest(String name) {
        return NearestName.of(name, NAMES);
    }

    /** Whether the descendant is the ancestor or stands below it, by name alone. */
    public static boolean covers(String ancestor, String descendant) {
        return WordList.atOrBelow(current(descendant), current(ancestor));
    }

    /**
     * Whether a share of one category grants another: covered, and special categories only where they are named
     * themselves.
     */
    public static boolean grants(String shared, String category) {
        return covers(shared, category)
                && SPECIAL.stream().noneMatch(root -> covers(root, category) && !covers(root, shared));
    }

    /**
     * Whether a cut on one holds for the other: one is the other, above it or below it, older places and {@code is_a}
     * included.
     */
    public static boolean related(String a, String b) {
        for (String one : spellings(a)) {
            for (String other : spellings(b)) {
                if (covers(one, other) || covers(other, one)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether it is granted only where it, or something above it that is special too, is named itself. */
    public static boolean special(String name) {
        return spellings(name).stream().anyMatch(one -> SPECIAL.stream().anyMatch(root -> covers(root, one)));
    }

    /** Whether it says something of a person: {@code user} and whatever counts as part of it. */
    public static boolean personal(String name) {
        return spellings(name).stream().anyMatch(one -> covers("user", one));
    }

    /** The name itself and where else it stands for cuts: at its newer place, below what it is a kind of. */
    private static Set<String> spellings(String name) {
        Set<String> result = new HashSet<>();
        result.add(name);
        replaced(name, MOVED).ifPresent(result::add);
        replaced(name, IS_A).ifPresent(parent -> result.add(parent + "." + name));
        return result;
    }

    private static String current(String name) {
        return replaced(name, RENAMED).orElse(name);
    }

    /** The name with its longest listed beginning replaced. */
    private static Optional<String> replaced(String name, Map<String, String> replacements) {
        String beginning = name;
        while (true) {
            String replacement = replacements.get(beginning);
            if (replacement != null) {
                return Optional.of(replacement + name.substring(beginning.length()));
            }
            int dot = beginning.lastIndexOf('.');
            if (dot < 0) {
                return Optional.empty();
            }
            beginning = beginning.substring(0, dot);
        }
    }
}
