package dev.sluice.gateway.drift;

import java.security.SecureRandom;

/**
 * SipHash-2-4 under a key of this process: tells names and customers apart without keeping them, and says nothing to
 * whoever reads the memory of another process.
 */
final class NameHash {

    private static final int WORD = 8;

    private final long k0;
    private final long k1;

    NameHash() {
        SecureRandom random = new SecureRandom();
        this.k0 = random.nextLong();
        this.k1 = random.nextLong();
    }

    NameHash(long k0, long k1) {
        this.k0 = k0;
        this.k1 = k1;
    }

    long of(byte[] bytes, int from, int to) {
        State state = new State(k0, k1);
        int whole = from + (to - from) / WORD * WORD;
        for (int at = from; at < whole; at += WORD) {
            state.take(word(bytes, at, WORD));
        }
        state.take(word(bytes, whole, to - whole) | (long) (to - from) << 56);
        return state.finish();
    }

    private static long word(byte[] bytes, int at, int length) {
        long word = 0;
        for (int k = 0; k < length; k++) {
            word |= (bytes[at + k] & 0xFFL) << 8 * k;
        }
        return word;
    }

    /** The four words of the hash. */
    private static final class State {

        private long v0;
        private long v1;
        private long v2;
        private long v3;

        State(long k0, long k1) {
            this.v0 = k0 ^ 0x736f6d6570736575L;
            this.v1 = k1 ^ 0x646f72616e646f6dL;
            this.v2 = k0 ^ 0x6c7967656e657261L;
            this.v3 = k1 ^ 0x7465646279746573L;
        }

        void take(long word) {
            v3 ^= word;
            round();
            round();
            v0 ^= word;
        }

        long finish() {
            v2 ^= 0xFF;
            for (int k = 0; k < 4; k++) {
                round();
            }
            return v0 ^ v1 ^ v2 ^ v3;
        }

        private void round() {
            v0 += v1;
            v1 = Long.rotateLeft(v1, 13) ^ v0;
            v0 = Long.rotateLeft(v0, 32);
            v2 += v3;
            v3 = Long.rotateLeft(v3, 16) ^ v2;
            v0 += v3;
            v3 = Long.rotateLeft(v3, 21) ^ v0;
            v2 += v1;
            v1 = Long.rotateLeft(v1, 17) ^ v2;
            v2 = Long.rotateLeft(v2, 32);
        }
    }
}
