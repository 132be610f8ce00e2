package dev.sluice.policy.form;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keys made up on demand and forgotten with the process: for checks and offline runs, whose pseudonyms mean nothing
 * later.
 */
public final class ThrowawayKeys implements KeyRing {

    private static final int BYTES = 32;
    private static final String EPOCH = "throwaway";

    private final Map<String, Key> keys = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();

    @Override
    public Key key(String id) {
        return keys.computeIfAbsent(id, name -> {
            byte[] secret = new byte[BYTES];
            random.nextBytes(secret);
            return Key.lasting(name, EPOCH, secret);
        });
    }

    @Override
    public Key only() {
        return key(EPOCH);
    }

    /** Those that were asked for. */
    @Override
    public Collection<String> ids() {
        return keys.keySet();
    }

    @Override
    public String declared() {
        return "the keys of this run";
    }
}
