package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.KnownCustomer;
import java.util.function.Predicate;

/**
 * Which entries on record beside the document speak to a question.
 *
 * @param granting whether a yes there is a yes to it
 * @param refusing whether a no there is a no to it
 * @param expiring whether a yes there that has ended leaves it unclear
 */
public record ConsentReach(
        Predicate<KnownCustomer.Entry> granting,
        Predicate<KnownCustomer.Entry> refusing,
        Predicate<KnownCustomer.Entry> expiring) {

    /** Nothing on record does. */
    public static final ConsentReach NONE = new ConsentReach(entry -> false, entry -> false, entry -> false);
}
