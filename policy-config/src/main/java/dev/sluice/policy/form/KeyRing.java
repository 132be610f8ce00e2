package dev.sluice.policy.form;

import org.jspecify.annotations.Nullable;

/** The keys of the gateway by their ids. A bundle names keys, it never holds them. */
public interface KeyRing {

    /** The key of this id, or null if there is none. */
    @Nullable Key key(String id);

    /** The key that is meant where none is named: the only one; null if there is none or there are several. */
    @Nullable Key only();

    /**
     * One key.
     *
     * @param epoch stands before each pseudonym made with it, so that a partner can tell when keys were changed
     * @param secret at least 32 bytes; owned by the ring, never changed
     */
    record Key(String id, String epoch, byte[] secret) {

        @Override
        public String toString() {
            return "Key[" + id + "]";
        }
    }
}
