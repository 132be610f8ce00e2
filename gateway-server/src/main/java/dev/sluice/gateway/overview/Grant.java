package dev.sluice.gateway.overview;

import dev.sluice.policy.decision.RuleTrace.Kind;
import dev.sluice.policy.decision.RuleTrace.Traced;
import dev.sluice.policy.words.RuleWords.Spelled;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * One rule that shares a category with a partner for a purpose, and what may cut it down.
 *
 * @param partner its id, role and countries in one text
 * @param places patterns by catalog
 * @param cuts protects and forbids that may hold there
 * @param never whether no customer exists of whom it leaves by this rule
 */
public record Grant(
        String partner,
        String purpose,
        Traced rule,
        Spelled spelled,
        SortedMap<String, SortedSet<String>> places,
        List<Cut> cuts,
        boolean never) {

    public Grant {
        cuts = List.copyOf(cuts);
    }

    /** @param always whether it asks nothing: a forbid that nobody is freed from */
    public record Cut(Traced rule, Spelled spelled, boolean always) {}

    /** Whether a forbid keeps it back, whoever the customer is. */
    public boolean forbidden() {
        return cuts.stream().anyMatch(cut -> cut.always() && cut.rule().kind() == Kind.FORBID);
    }
}
