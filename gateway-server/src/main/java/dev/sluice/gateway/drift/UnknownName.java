package dev.sluice.gateway.drift;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One name that no catalog knows, at one place. It is a hash until records of enough different customers held it. Guarded
 * by its route.
 */
final class UnknownName {

    /** How many different customers' records must hold a name before it is kept. */
    static final int CUSTOMERS = 20;

    private static final Pattern SCHEMA_WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,39}");

    private final String around;
    private final Tally tally = new Tally();
    private long @Nullable [] customers = new long[CUSTOMERS];
    private int known;
    private @Nullable String name;

    /** @param around the place around it, as the catalog spells it */
    UnknownName(String around) {
        this.around = around;
    }

    String around() {
        return around;
    }

    Tally tally() {
        return tally;
    }

    /** The name, or null while it is not to be told. */
    @Nullable String name() {
        return name;
    }

    /** Whether it is settled that the name is told, or never will be. */
    boolean settled() {
        return customers == null;
    }

    /** A record of this customer held the name. */
    void seen(long customer, byte[] bytes, int from, int to) {
        long[] seen = customers;
        if (seen == null) {
            return;
        }
        for (int k = 0; k < known; k++) {
            if (seen[k] == customer) {
                return;
            }
        }
        seen[known++] = customer;
        if (known == CUSTOMERS) {
            customers = null;
            String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
            name = SCHEMA_WORD.matcher(text).matches() ? text : null;
        }
    }
}
