package dev.sluice.gateway.draft;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds where one customer's piece of a document begins: what holds something about a person and stands as high as
 * possible.
 */
final class Records {

    private final NameGuess names;
    private final List<Place> found = new ArrayList<>();

    /** @param path from the document's root, as a catalog spells it @param named whether the record's own name is data */
    record Place(String path, Shape shape, boolean named) {}

    private Records(NameGuess names) {
        this.names = names;
    }

    static List<Place> in(Shape root, NameGuess names) {
        Records records = new Records(names);
        records.look(root, "$");
        return records.found;
    }

    private void look(Shape shape, String path) {
        if (shape.isObject() && shape.members().size() == 1 && path.equals("$")) {
            String only = shape.members().keySet().iterator().next();
            Shape below = shape.members().get(only);
            if (below != null && below.isObject() && below.anyMember() == null && aboutSomebody(below)) {
                found.add(new Place("$." + only, below, false));
                return;
            }
        }
        if (took(shape, path, false)) {
            return;
        }
        Shape element = shape.element();
        if (element != null) {
            took(element, path + "[*]", false);
        }
        Shape any = shape.anyMember();
        if (any != null) {
            took(any, path + ".*", true);
        }
        shape.members().forEach((name, below) -> {
            if (!OtherPeople.named(name)) {
                look(below, path + "." + name);
            }
        });
    }

    /** Takes a place for a record's if it is one. No record begins further below what repeats. */
    private boolean took(Shape shape, String path, boolean named) {
        boolean record = shape.isObject() && shape.anyMember() == null && aboutSomebody(shape);
        if (record) {
            found.add(new Place(path, shape, named));
        }
        return record;
    }

    /** Whether something personal stands in it that is no part of a list. */
    private boolean aboutSomebody(Shape shape) {
        return Leaves.below(shape, List.of()).scalars().stream()
                .filter(leaf -> !leaf.repeated())
                .flatMap(leaf -> leaf.category(names).stream())
                .anyMatch(category -> category.startsWith("user.") && !category.equals("user.unique_id"));
    }
}
