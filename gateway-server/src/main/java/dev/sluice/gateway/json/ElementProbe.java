package dev.sluice.gateway.json;

import dev.sluice.policy.field.ElementSelector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One element of an array whose elements are told apart by string members of theirs, while those are looked for: the
 * value may stand before its key. The element is held, walked once to find them, and walked again as what it is.
 */
final class ElementProbe {

    /** What stands twice can't select. */
    private static final String AMBIGUOUS = "\0twice";

    private final Map<String, String> found = new HashMap<>();
    private boolean active;
    private boolean ambiguous;
    private Slot array = Slot.NOWHERE;
    private int start;
    private int lead;
    private int afterComma;

    void begin(Slot array, int start, int lead, int afterComma) {
        this.array = array;
        this.start = start;
        this.lead = lead;
        this.afterComma = afterComma;
        active = true;
        ambiguous = false;
        found.clear();
    }

    /** Notes a selecting member; text is null where it is no string. */
    void note(String name, @Nullable String text) {
        if (found.put(name, text == null ? AMBIGUOUS : text) != null) {
            found.put(name, AMBIGUOUS);
            ambiguous = true;
        }
    }

    /** The place of the element among {@code places}, one for each selector, or null: it is dropped whole. */
    @Nullable Slot end(List<ElementSelector> selectors, List<Slot> places) {
        active = false;
        Slot selected = null;
        for (int k = 0; k < places.size(); k++) {
            if (!ambiguous && meets(selectors.get(k))) {
                ambiguous = selected != null;
                selected = places.get(k);
            }
        }
        return ambiguous ? null : selected;
    }

    private boolean meets(ElementSelector selector) {
        return selector.wanted().entrySet().stream().allMatch(e -> e.getValue().equals(found.get(e.getKey())));
    }

    /** Whether the element was dropped because it could be one thing or another. */
    boolean ambiguous() {
        return ambiguous;
    }

    void cancel() {
        active = false;
        found.clear();
    }

    boolean active() {
        return active;
    }

    Slot array() {
        return array;
    }

    int start() {
        return start;
    }

    int lead() {
        return lead;
    }

    int afterComma() {
        return afterComma;
    }

    void shift(int by) {
        start -= by;
        lead -= by;
        afterComma -= by;
    }
}
