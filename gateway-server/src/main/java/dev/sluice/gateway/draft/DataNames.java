package dev.sluice.gateway.draft;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Tells names of members that are data, such as ids or the names of people, from those that a schema gives. */
final class DataNames {

    private static final Pattern WORD = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$-]{0,39}");
    private static final Pattern NUMBERED = Pattern.compile(".*\\d{4}.*");

    /** Fewer digits number the lines of an address. */
    private static final Pattern COUNTED = Pattern.compile("[0-9]{2}");

    private DataNames() {}

    /** Whether a schema may have a member of this name: neither an address nor a number nor an id. */
    static boolean isWord(String name) {
        return WORD.matcher(name).matches()
                && !NUMBERED.matcher(name).matches()
                && !Look.IDENTIFIER.fits(name)
                && !Look.HASH.fits(name);
    }

    /** Whether most names stand in one object only, of two even all, and hardly any is one that members usually have. */
    static boolean differ(Shape shape, NameGuess names) {
        Map<String, Shape> members = shape.members();
        List<Shape> once =
                members.values().stream().filter(below -> below.held() == 1).toList();
        int least = shape.holding() == 2 ? members.size() : members.size() / 2 + 1;
        return shape.holding() > 1 && !members.isEmpty() && once.size() >= least && !usual(members, names);
    }

    /** Whether several objects, or lists of them, are alike below names that differ in their numbers alone, as ids do. */
    static boolean count(Shape shape, NameGuess names) {
        Map<String, Shape> members = shape.members();
        return members.size() > 1
                && members.keySet().stream()
                        .allMatch(name -> COUNTED.matcher(name).find())
                && members.keySet().stream()
                                .map(name -> name.replaceAll("[0-9]+", "0"))
                                .distinct()
                                .count()
                        == 1
                && members.values().stream().map(DataNames::listed).allMatch(DataNames::filled)
                && members.values().stream()
                                .map(below -> listed(below).members().keySet())
                                .distinct()
                                .count()
                        == 1
                && !usual(members, names);
    }

    /** What a list lists; anything else itself. */
    private static Shape listed(Shape below) {
        Shape element = below.element();
        return element == null || below.isObject() || below.isScalar() ? below : element;
    }

    private static boolean filled(Shape below) {
        return below.isObject() && !below.isScalar() && !below.members().isEmpty();
    }

    private static boolean usual(Map<String, Shape> members, NameGuess names) {
        List<Shape> known = members.entrySet().stream()
                .filter(member -> names.category("", member.getKey()).isPresent())
                .map(Map.Entry::getValue)
                .toList();
        return known.size() * 4 >= members.size() || known.stream().anyMatch(below -> below.held() > 1);
    }
}
