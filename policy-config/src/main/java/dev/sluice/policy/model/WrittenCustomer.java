package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.VisibleText;
import dev.sluice.policy.vocabulary.EmailSpelling;

/** A customer as people write one: the shop's own id, or {@code namespace:id}. Personal data: never printed. */
public final class WrittenCustomer {

    /** What stands before an e-mail address that is an id. */
    public static final String EMAIL = "email:";

    private WrittenCustomer() {}

    /** The one spelling of an id as people write it. */
    public static String canonical(String written) {
        return written.startsWith(EMAIL) ? EMAIL + EmailSpelling.canonical(written.substring(EMAIL.length())) : written;
    }

    /**
     * Whether a record can have such an id. None begins or ends with a space or with what cannot be seen, so who is written
     * so would be found nowhere. White space around an e-mail address does not count.
     */
    public static boolean canBeFound(String written) {
        if (written.startsWith(EMAIL)) {
            return VisibleText.hasSeenEnds(written.substring(EMAIL.length()).strip());
        }
        String id = written.substring(written.indexOf(':') + 1);
        return VisibleText.hasSeenEnds(written) && (id.isEmpty() || VisibleText.hasSeenEnds(id));
    }
}
