package dev.sluice.gateway.draft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A scalar's place below a record or the document.
 *
 * @param path as a catalog spells it
 * @param parent the member around it, or an empty text
 * @param name its own member's name, or that of the array it is an element of; empty for a name that is data
 * @param depth how many objects are around it
 * @param repeated whether it stands in an array or behind a name that is data
 */
record Leaf(String path, String parent, String name, int depth, boolean repeated, Shape shape) {

    /** What of the customer most likely stands here: by name, else by look. */
    Optional<String> category(NameGuess names) {
        if (isOfOthers()) {
            return Optional.empty();
        }
        Optional<String> named = names.category(parent, name);
        return named.isPresent() ? named : byLook();
    }

    /** Whether it stands below a member that is called after people whom the customer knows. */
    boolean isOfOthers() {
        return OtherPeople.at(path);
    }

    /** Whether it is the word of a consent in Shopify's way of writing one down, whatever that is called. */
    boolean isStateOfConsent(List<Leaf> leaves) {
        String level = path.replaceFirst("[^.]*$", "opt_in_level");
        return isNamed("state")
                && (parent.endsWith("_consent") || leaves.stream().anyMatch(leaf -> leaf.path.equals(level)));
    }

    private Optional<String> byLook() {
        return shape.looks().stream()
                .flatMap(look -> Optional.ofNullable(look.category()).stream())
                .findFirst();
    }

    boolean isNamed(String expression) {
        return name.replaceAll("[_$-]", "").toLowerCase(Locale.ROOT).matches(expression);
    }
}
