package dev.sluice.policy.vocabulary;

import java.time.ZoneOffset;

/** How ages are reckoned where nobody knows where a customer is: somewhere on earth it is a day earlier, or later. */
public final class AgeReckoning {

    /** Where each day ends last. */
    public static final ZoneOffset WEST = ZoneOffset.ofHours(-12);

    /** Where each day begins first. */
    public static final ZoneOffset EAST = ZoneOffset.ofHours(14);

    /** In years: whoever is older was not born on the day that stands there. */
    public static final int OLDEST = 120;

    private AgeReckoning() {}
}
