package dev.sluice.policy.vocabulary;

import dev.sluice.policy.diagnostic.NearestName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What data is: the data categories of fideslang, older names included, the shipped {@code x.} ones, and a bundle's own.
 * Older names of the same thing are equal to it everywhere; of those that moved, and of kinds of something else, cuts on
 * either name hold for both, while shares keep to the name. Immutable.
 */
public final class Categories {

    private static final Categories SHIPPED = read();

    private final Set<String> names;
    private final Set<String> special;
    private final Map<String, String> renamed;
    private final Map<String, String> moved;
    private final Map<String, String> kindOf;

    private Categories(
            Set<String> names,
            Set<String> special,
            Map<String, String> renamed,
            Map<String, String> moved,
            Map<String, String> kindOf) {
        this.names = names;
        this.special = special;
        this.renamed = renamed;
        this.moved = moved;
        this.kindOf = kindOf;
    }

    /** Those that every bundle may use. */
    public static Categories shipped() {
        return SHIPPED;
    }

    /**
     * These and others, each a kind of another or, by an empty text, of none. What is a kind of a special one is
     * special.
     */
    public Categories with(Map<String, String> own) {
        Set<String> allNames = new TreeSet<>(names);
        allNames.addAll(own.keySet());
        Map<String, String> allKinds = new HashMap<>(kindOf);
        own.forEach((name, parent) -> {
            if (!parent.isEmpty()) {
                allKinds.put(name, parent);
            }
        });
        Categories joined = new Categories(allNames, special, renamed, moved, allKinds);
        Set<String> allSpecial = new HashSet<>(special);
        own.keySet().stream().filter(joined::special).forEach(allSpecial::add);
        return new Categories(allNames, allSpecial, renamed, moved, allKinds);
    }

    private static Categories read() {
        Categories shipped =
                new Categories(new TreeSet<>(), new HashSet<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        for (String line : WordList.read("categories.txt")) {
            String[] words = line.split(" ");
            shipped.names.add(words[0]);
            if (words.length == 2) {
                shipped.special.add(words[0]);
            } else if (words.length == 3) {
                Map<String, String> relation = switch (words[1]) {
                    case "=" -> shipped.renamed;
                    case "~" -> shipped.moved;
                    default -> shipped.kindOf;
                };
                relation.put(words[0], words[2]);
            }
        }
        return shipped;
    }

    public boolean known(String name) {
        return names.contains(name);
    }

    /** All categories, sorted. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** The known name nearest to a written one, if one is near enough. */
    public Optional<String> nearest(String name) {
        return NearestName.of(name, names);
    }

    /** Whether the descendant is the ancestor or stands below it, by name alone. */
    public boolean covers(String ancestor, String descendant) {
        return WordList.atOrBelow(current(descendant), current(ancestor));
    }

    /**
     * Whether a share of one category grants another: covered, and special categories only where they are named
     * themselves.
     */
    public boolean grants(String shared, String category) {
        return covers(shared, category)
                && special.stream().noneMatch(root -> covers(root, category) && !covers(root, shared));
    }

    /**
     * Whether a cut on one holds for the other: one is the other, above it or below it, older places included, and so is
     * what it, or something below it, is a kind of.
     */
    public boolean related(String a, String b) {
        return reaches(a, b) || reaches(b, a);
    }

    /** Whether it is granted only where it, or something above it that is special too, is named itself. */
    public boolean special(String name) {
        return above(name).stream().anyMatch(special::contains);
    }

    /** Whether it says something of a person: {@code user} and whatever counts as part of it. */
    public boolean personal(String name) {
        return above(name).contains("user");
    }

    /** Whether what it is a kind of leads back to it. */
    public boolean circular(String name) {
        String parent = kindOf.get(name);
        return parent != null && above(parent).contains(name);
    }

    /** Whether the upper one stands at or above the lower one, or above a kind of something that stands below it. */
    private boolean reaches(String upper, String lower) {
        Set<String> above = above(lower);
        kindOf.keySet().stream().filter(kind -> covers(lower, kind)).forEach(kind -> above.addAll(above(kind)));
        return above.contains(current(upper))
                || replaced(upper, moved).map(above::contains).orElse(false);
    }

    /** The name and all that stands above it: by its name, at its newer place, by what it and those are kinds of. */
    private Set<String> above(String name) {
        Set<String> above = new HashSet<>();
        Deque<String> open = new ArrayDeque<>();
        open.add(name);
        while (!open.isEmpty()) {
            String one = open.remove();
            if (!above.add(one)) {
                continue;
            }
            open.add(current(one));
            replaced(one, moved).ifPresent(open::add);
            String parent = kindOf.get(one);
            if (parent != null) {
                open.add(parent);
            }
            int dot = one.lastIndexOf('.');
            if (dot > 0) {
                open.add(one.substring(0, dot));
            }
        }
        return above;
    }

    private String current(String name) {
        return replaced(name, renamed).orElse(name);
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
