package dev.sluice.policy.words;

import dev.sluice.policy.condition.Term;
import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.model.Condition;
import java.util.List;

/**
 * A condition as a clause that may follow <i>if</i>: {@code the customer is 18 or older}. Its opposite is said
 * directly, not
 * by a <i>not</i> before it.
 */
public final class ConditionWords {

    private ConditionWords() {}

    /** @param purpose of the policy, which a consent without a purpose means */
    public static String of(Condition condition, String purpose) {
        return clause(condition, purpose, true);
    }

    /** The condition's opposite. */
    public static String not(Condition condition, String purpose) {
        return clause(condition, purpose, false);
    }

    /** All of these, or nothing where there are none. */
    public static String all(List<Condition> conditions, String purpose) {
        return joined(conditions, purpose, true, true);
    }

    private static String clause(Condition condition, String purpose, boolean holds) {
        if (condition instanceof Condition.All all) {
            return joined(all.of(), purpose, holds, holds);
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.of(), purpose, holds, !holds);
        }
        if (condition instanceof Condition.Not not) {
            return clause(not.of(), purpose, !holds);
        }
        return condition instanceof Condition.Consent consent
                ? consent.consent().clause(purpose, holds)
                : Term.of(condition).clause(holds);
    }

    private static String joined(List<Condition> parts, String purpose, boolean holds, boolean and) {
        List<String> clauses = parts.stream()
                .map(part -> parts.size() > 1 && compound(part)
                        ? "(" + clause(part, purpose, holds) + ")"
                        : clause(part, purpose, holds))
                .toList();
        return and ? Listing.and(clauses) : Listing.or(clauses);
    }

    private static boolean compound(Condition condition) {
        return condition instanceof Condition.Not not
                ? compound(not.of())
                : condition.parts().size() > 1;
    }
}
