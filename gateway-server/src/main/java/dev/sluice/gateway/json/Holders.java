package dev.sluice.gateway.json;

/**
 * The customers that were lately told to hold a name: a page that is asked for again and again shall not tell them again and
 * again. Whoever comes after many others may be told twice.
 */
final class Holders {

    private static final int MOST = 32;

    private final long[] customers = new long[MOST];
    private int told;

    /** Whether the customer was not told lately. From now on it was. */
    boolean isNew(long customer) {
        for (int k = Math.min(told, MOST) - 1; k >= 0; k--) {
            if (customers[k] == customer) {
                return false;
            }
        }
        customers[told % MOST] = customer;
        told = told == 2 * MOST ? MOST + 1 : told + 1;
        return true;
    }

    void forget() {
        told = 0;
    }
}
