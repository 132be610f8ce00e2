package dev.sluice.gateway.proxy;

import java.util.concurrent.ThreadLocalRandom;

/** Makes the ids of exchanges: 24 characters, random, all of one length, saying nothing. */
final class ExchangeIds {

    private static final char[] DIGITS = "0123456789abcdefghjkmnpqrstvwxyz".toCharArray();
    private static final int LENGTH = 24;
    private static final int PER_LONG = 12;

    private ExchangeIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        char[] id = new char[LENGTH];
        for (int k = 0; k < LENGTH; k += PER_LONG) {
            long bits = random.nextLong();
            for (int j = 0; j < PER_LONG; j++) {
                id[k + j] = DIGITS[(int) (bits & 31)];
                bits >>>= 5;
            }
        }
        return new String(id);
    }
}
