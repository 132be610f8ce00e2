package dev.sluice.policy.condition;

import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Condition;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The word of a guardian, which satisfies {@code digital_consent}: whoever is too young is old enough with it. It
 * counts only
 * where a withdrawal takes something away, as consent itself does.
 */
public final class GuardianConsent {

    private GuardianConsent() {}

    /** A condition under which something is shared, with what a guardian's consent to the same ground does to it. */
    public static Condition granting(Condition condition, Basis basis) {
        return with(condition, requirement(basis), true);
    }

    /** The same for what frees from a forbid. */
    public static @Nullable Condition freeing(@Nullable Condition condition, Basis basis) {
        return condition == null ? null : with(condition, requirement(basis), true);
    }

    /** The same for what a protect or forbid holds under. */
    public static @Nullable Condition cutting(@Nullable Condition condition, Basis basis) {
        return condition == null ? null : with(condition, requirement(basis), false);
    }

    private static Condition with(Condition condition, ConsentRequirement guardian, boolean positive) {
        UnaryOperator<Condition> same = one -> with(one, guardian, positive);
        if (condition instanceof Condition.All all) {
            return new Condition.All(all.of().stream().map(same).toList(), all.location());
        }
        if (condition instanceof Condition.Any any) {
            return new Condition.Any(any.of().stream().map(same).toList(), any.location());
        }
        if (condition instanceof Condition.Not not) {
            return new Condition.Not(with(not.of(), guardian, !positive), not.location());
        }
        return condition instanceof Term term ? term.withGuardian(guardian, positive) : condition;
    }

    /** For the purpose and channel of the ground, whatever else it asks for. */
    private static ConsentRequirement requirement(Basis basis) {
        ConsentRequirement own =
                basis instanceof Basis.OfConsent consent ? consent.consent() : ConsentRequirement.any();
        return new ConsentRequirement(
                own.purpose(),
                own.channel(),
                own.doubleOptIn(),
                own.wordings(),
                own.namesPartner(),
                own.maxAge(),
                true);
    }
}
