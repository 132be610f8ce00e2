package dev.sluice.policy.form;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What was derived for one partner from each epoch of a key, and which of it counts at an instant. */
final class Epochs<T> {

    private final List<KeyRing.Epoch> epochs;
    private final List<T> derived;
    private final KeyRing.Key key;
    private final KeyChange change;

    Epochs(KeyRing.Key key, KeyChange change, Function<KeyRing.Epoch, T> derive) {
        this.key = key;
        this.change = change;
        this.epochs = key.epochs();
        this.derived = epochs.stream().map(derive).toList();
    }

    /** What is used at this instant, or null before the first epoch. */
    @Nullable T at(Instant instant) {
        int current = current(instant);
        if (current < 0) {
            return null;
        }
        return derived.get(change == KeyChange.AT_END && overlaps(current, instant) ? current - 1 : current);
    }

    /** What is used beside it: the epoch before, during an overlap, for a partner who takes both. */
    @Nullable T beside(Instant instant) {
        if (change != KeyChange.BOTH) {
            return null;
        }
        int current = current(instant);
        return current > 0 && overlaps(current, instant) ? derived.get(current - 1) : null;
    }

    /** What was derived from the epoch of this id, or null. */
    @Nullable T of(String epoch) {
        for (int k = 0; k < epochs.size(); k++) {
            if (epochs.get(k).id().equals(epoch)) {
                return derived.get(k);
            }
        }
        return null;
    }

    private int current(Instant instant) {
        int k = epochs.size() - 1;
        while (k >= 0 && instant.isBefore(epochs.get(k).from())) {
            k--;
        }
        return k;
    }

    private boolean overlaps(int current, Instant instant) {
        return current > 0 && instant.isBefore(epochs.get(current).from().plus(key.overlap()));
    }
}
