package dev.sluice.policy.compare;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that leaves by one bundle as it does not by the other.
 *
 * @param to who gets more or less
 * @param places where, all for the same reason
 * @param customer one of whom it is so, in words
 * @param from the first day on which it is so, or null if that is now
 * @param anew whether nothing of the places ever left before, or ever leaves after
 */
public record Change(
        Direction direction,
        List<Audience> to,
        List<Spot> places,
        Outcome before,
        Outcome after,
        String customer,
        @Nullable LocalDate from,
        boolean anew) {

    public Change {
        to = List.copyOf(to);
        places = List.copyOf(places);
    }

    /** Whether it leaves by both, on another legal ground. */
    public boolean otherGround() {
        return before.leaves() && after.leaves() && !before.grounds().equals(after.grounds());
    }

    /** One partner. @param purposes all that it is so for */
    public record Audience(String partner, List<String> purposes) {
        public Audience {
            purposes = List.copyOf(purposes);
        }
    }

    /** A place of a document. @param catalog the document's shape @param path as the catalog spells it */
    public record Spot(String catalog, String path, List<String> categories) {
        public Spot {
            categories = List.copyOf(categories);
        }
    }
}
