package dev.sluice.policy.compare;

import dev.sluice.policy.form.KeyUse;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which way it goes where keys make other names. A name for another is neither more nor less. One name more for the same
 * value is more where it lets the receiver link what it could not link before; one name less is less. Where names may meet
 * those that are made with another key, that is more too.
 */
final class KeyTurn {

    private KeyTurn() {}

    /** Null where all names are the same. @param after by the same steps as before */
    static @Nullable Direction direction(List<KeyUse> before, List<KeyUse> after) {
        Direction all = null;
        for (int k = 0; k < before.size(); k++) {
            Direction one = direction(before.get(k), after.get(k));
            if (one == Direction.WIDER) {
                return one;
            }
            all = all == null || one == Direction.NEITHER ? one == null ? all : one : all;
        }
        return all;
    }

    private static @Nullable Direction direction(KeyUse before, KeyUse after) {
        if (before.same(after)) {
            return null;
        }
        boolean otherKey = !before.key().equals(after.key()) && !before.others().isEmpty();
        boolean mayMeetOthers = otherKey || after.meetsOthers() && !before.meetsOthers();
        Set<KeyUse.Names> was = new HashSet<>(before.used());
        Set<KeyUse.Names> becomes = new HashSet<>(after.used());
        boolean links = becomes.containsAll(was) && before.all().containsAll(becomes);
        if (mayMeetOthers || links) {
            return Direction.WIDER;
        }
        return was.containsAll(becomes) ? Direction.NARROWER : Direction.NEITHER;
    }
}
