package dev.sluice.policy.form;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The keys of the gateway by their ids. A bundle names keys, it never holds them. */
public interface KeyRing {

    /** The key of this id, or null if there is none. */
    @Nullable Key key(String id);

    /** The key that is meant where none is named: the only one; null if there is none or there are several. */
    default @Nullable Key only() {
        return ids().size() == 1 ? key(ids().iterator().next()) : null;
    }

    /** The ids of all keys, for messages. */
    Collection<String> ids();

    /** Where keys are declared, for messages: {@code `keys` of `gateway.yaml`}. */
    String declared();

    /**
     * One key, which may change with time.
     *
     * @param epochs at least one, by the instants from which they count
     * @param overlap how long after a change the epoch before can still be used; zero for not at all
     */
    record Key(String id, List<Epoch> epochs, Duration overlap) {

        public Key {
            epochs = List.copyOf(epochs);
        }

        /** A key that never changes. */
        public static Key lasting(String id, String epoch, byte[] secret) {
            return new Key(id, List.of(new Epoch(epoch, Instant.MIN, secret)), Duration.ZERO);
        }

        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }

    /**
     * The bytes of a key during one stretch of time.
     *
     * @param id stands before each pseudonym and token made with it, so that a partner can tell when keys were changed
     * @param secret at least 32 bytes; owned by the ring, never changed
     */
    record Epoch(String id, Instant from, byte[] secret) {

        @Override
        public String toString() {
            return "Epoch[" + id + "]";
        }
    }
}
