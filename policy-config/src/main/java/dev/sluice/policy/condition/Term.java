package dev.sluice.policy.condition;

import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Condition;

/** A condition that asks one thing. What there is to say of it, each says itself. */
public interface Term extends Condition.Leaf {

    /** What a leaf of a condition is: leaves are terms, each of them. */
    static Term of(Condition leaf) {
        if (leaf instanceof Term term) {
            return term;
        }
        throw new IllegalArgumentException(leaf.getClass().getSimpleName() + " is no term");
    }

    /** Its check over a record's facts. It asks for each fact that it reads, and unknown facts make it unknown. */
    KeyedCheck check(FactSource facts);

    /** A clause that may follow <i>if</i>: {@code the customer is 18 or older}. @param holds or else its opposite */
    String clause(boolean holds);

    /** Adds what it tells apart, so that promises are proven over it and bundles compared. */
    void cut(FactCuts cuts);

    /** Asks whether its words are known ones. */
    default void checkWords(Dictionary words) {}

    /** Whether the partner alone decides it, and nothing of the customer. */
    default boolean ofPartner() {
        return false;
    }

    /** Whether it may be true of nobody any more, by the day alone. */
    default boolean mayBeOver() {
        return false;
    }

    /** What a guardian's consent makes of it. @param positive whether it lets something out where it is true */
    default Condition withGuardian(ConsentRequirement guardian, boolean positive) {
        return this;
    }
}
