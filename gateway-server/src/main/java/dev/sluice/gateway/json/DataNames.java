package dev.sluice.gateway.json;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of one record's members that are data, so that one which stands twice is noticed. Bounded by the record. */
final class DataNames {

    private static final int MOST = 10_000;

    private final Set<Name> seen = new HashSet<>();

    /** @param inside the object that it stands in */
    private record Name(int inside, String text) {}

    void clear() {
        if (!seen.isEmpty()) {
            seen.clear();
        }
    }

    /** The same where names are without bound: of very many the earlier ones are forgotten. */
    boolean againLately(int inside, String text) {
        if (seen.size() >= MOST) {
            seen.clear();
        }
        return again(inside, text);
    }

    /** Whether the name stood in this object before. A text that is no Unicode is a fault of its own. */
    boolean again(int inside, @Nullable String text) {
        return text != null && !seen.add(new Name(inside, text));
    }
}
