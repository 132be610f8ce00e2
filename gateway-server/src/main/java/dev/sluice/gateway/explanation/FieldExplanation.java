package dev.sluice.gateway.explanation;

import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.decision.RuleOutcome;
import dev.sluice.policy.decision.RuleTrace.Traced;
import dev.sluice.policy.world.Nearest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One catalogued place of one record.
 *
 * @param path within the record, as the catalog spells it
 * @param form in which it leaves, or null if it stays
 * @param partly whether some of its values stay, since the form cannot apply to them
 * @param reason why
 * @param rules all that speak of it
 * @param nearest the nearest customer of whom it leaves; null if it leaves, or if that was not looked for
 */
public record FieldExplanation(
        String path,
        List<String> categories,
        @Nullable String form,
        boolean partly,
        Reason reason,
        List<RuleExplanation> rules,
        Nearest.@Nullable Change nearest) {

    public FieldExplanation {
        categories = List.copyOf(categories);
        rules = List.copyOf(rules);
    }

    /** The same at another place. */
    FieldExplanation with(String otherPath, List<String> otherCategories) {
        return new FieldExplanation(otherPath, otherCategories, form, partly, reason, rules, nearest);
    }

    /** What the engine keeps back though it was decided to leave: another customer would not help. */
    static FieldExplanation staysAllTheSame(
            String path, List<String> categories, Reason reason, List<RuleExplanation> rules) {
        return new FieldExplanation(path, categories, null, false, reason, rules, null);
    }

    /**
     * One rule that speaks of the place.
     *
     * @param does what it does, in words
     * @param terms under which conditions, in words
     * @param outcome what became of it; null if the rules were not asked
     * @param lack what a share asks that is not so; of a protect or forbid that holds, what would free from it
     */
    public record RuleExplanation(
            Traced rule,
            String does,
            String terms,
            @Nullable RuleOutcome outcome,
            Lack lack) {}
}
