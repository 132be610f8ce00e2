package dev.sluice.policy.compile;

import dev.sluice.policy.evaluate.RecordLayout.ArraySlots;
import dev.sluice.policy.field.RecordFacts.Kind;
import dev.sluice.policy.model.Path;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The fact slots of one record type, or of the document: one for each distinct place. */
final class SlotTable {

    private final Map<Key, Integer> slots = new LinkedHashMap<>();
    private final List<Place> places = new ArrayList<>();

    /** A place, whoever wrote it where. */
    private record Key(boolean absolute, List<Step> steps, boolean ofName) {}

    int slot(Place place) {
        Integer known = slots.putIfAbsent(
                new Key(place.path().absolute(), place.path().steps(), place.ofName()), places.size());
        if (known != null) {
            return known;
        }
        places.add(place);
        return places.size() - 1;
    }

    /** The slot of a member directly below a place. */
    int below(Place place, String member) {
        List<Step> steps = new ArrayList<>(place.path().steps());
        steps.add(new Step.Member(member));
        Path path = new Path(place.path().absolute(), steps, place.path().text() + "." + member);
        return slot(new Place(path, false, place.location()));
    }

    /** The arrays, and the objects whose names are data, that a path leads through, from the outermost. */
    List<ArraySlots> arrays(Place place) {
        List<ArraySlots> arrays = new ArrayList<>();
        List<Step> steps = place.path().steps();
        for (int k = 0; k < steps.size(); k++) {
            boolean members = steps.get(k) instanceof Step.AnyMember;
            if (members || steps.get(k) instanceof Step.AnyElement || steps.get(k) instanceof Step.Matching) {
                Kind kind = members ? Kind.OBJECT : Kind.ARRAY;
                arrays.add(new ArraySlots(prefix(place, k), kind, prefix(place, k + 1)));
            }
        }
        return arrays;
    }

    private int prefix(Place place, int length) {
        List<Step> steps = place.path().steps();
        if (length == steps.size()) {
            return slot(place);
        }
        Path path = new Path(
                place.path().absolute(), steps.subList(0, length), place.path().text());
        return slot(new Place(path, false, place.location()));
    }

    int[] slots(List<Place> of) {
        return of.stream().mapToInt(this::slot).toArray();
    }

    /** By slot. */
    List<Place> places() {
        return places;
    }
}
