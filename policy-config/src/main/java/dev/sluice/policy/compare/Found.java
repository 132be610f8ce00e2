package dev.sluice.policy.compare;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change of some places of one catalog, whoever it concerns. */
record Found(
        Direction direction,
        List<Change.Spot> places,
        Outcome before,
        Outcome after,
        String customer,
        @Nullable LocalDate from,
        boolean anew) {

    Found {
        places = List.copyOf(places);
    }

    /** The same of other places. */
    Found at(List<Change.Spot> others) {
        return new Found(direction, others, before, after, customer, from, anew);
    }
}
