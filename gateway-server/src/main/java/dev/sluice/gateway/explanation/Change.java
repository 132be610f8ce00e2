package dev.sluice.gateway.explanation;

import dev.sluice.policy.decision.RuleTrace.Asked;
import dev.sluice.policy.decision.Ternary;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.words.BasisWords;
import dev.sluice.policy.words.ConditionWords;
import dev.sluice.policy.words.RuleWords.Spelled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What would have to be so, and is not, for a rule to let something out: the fewest single conditions. Of several
 * that would do, the
 * first.
 */
public record Change(List<Clause> clauses) {

    static final Change NONE = new Change(List.of());

    public Change {
        clauses = List.copyOf(clauses);
    }

    /** @param text that may follow <i>if</i> @param known whether it is known not to be so; else nobody knows */
    public record Clause(String text, boolean known) {}

    Change and(Change other) {
        List<Clause> all = new ArrayList<>(clauses);
        other.clauses.stream().filter(clause -> !clauses.contains(clause)).forEach(all::add);
        return new Change(all);
    }

    /** All clauses as one, that may follow <i>if</i>. */
    public String text() {
        return String.join(" and ", clauses.stream().map(Clause::text).toList());
    }

    static Comparator<Change> smallestFirst() {
        return Comparator.comparingInt(change -> change.clauses.size());
    }

    /** For a share to be granted, its policy's row needs left aside. @param nobody whether it lacks a known customer */
    static Change toGrant(Spelled share, boolean nobody, Map<Asked, Ternary> answers) {
        Answers asked = new Answers(share.purpose(), answers);
        Change change = NONE;
        Basis basis = share.basis();
        if (basis != null && BasisWords.asks(basis)) {
            Ternary answer = answers.getOrDefault(new Asked(basis.location(), share.purpose()), Ternary.TRUE);
            if (answer != Ternary.TRUE) {
                change = one(BasisWords.of(basis, share.purpose()), answer == Ternary.FALSE);
            }
        }
        for (Condition condition : share.conditions()) {
            change = change.and(asked.toBe(condition, true));
        }
        return nobody ? change.and(one("the record said who its customer is", true)) : change;
    }

    /** For a protect or forbid to hold no longer; nothing if it always holds. */
    static Optional<Change> toFree(Spelled cut, Map<Asked, Ternary> answers) {
        Answers asked = new Answers(cut.purpose(), answers);
        List<Change> ways = new ArrayList<>();
        way(cut.when(), false, asked, ways);
        way(cut.unless(), true, asked, ways);
        return ways.stream().min(smallestFirst());
    }

    private static void way(@Nullable Condition condition, boolean holds, Answers asked, List<Change> ways) {
        if (condition != null) {
            ways.add(asked.toBe(condition, holds));
        }
    }

    private static Change one(String text, boolean known) {
        return new Change(List.of(new Clause(text, known)));
    }

    /** What the conditions of one policy answered. */
    private record Answers(String purpose, Map<Asked, Ternary> answers) {

        /** What is missing for a condition to be definitely true, or definitely false. */
        Change toBe(Condition condition, boolean wanted) {
            if (condition instanceof Condition.Not not) {
                return toBe(not.of(), !wanted);
            }
            if (condition instanceof Condition.All all) {
                return wanted ? each(all.of(), true) : least(all.of(), false);
            }
            if (condition instanceof Condition.Any any) {
                return wanted ? least(any.of(), true) : each(any.of(), false);
            }
            Ternary answer = answer(condition.location());
            if (answer == Ternary.of(wanted)) {
                return NONE;
            }
            String text = wanted ? ConditionWords.of(condition, purpose) : ConditionWords.not(condition, purpose);
            return one(text, answer != Ternary.UNKNOWN);
        }

        /** A forbid of the whole shop asks for the purpose of each request, which its text does not know. */
        private Ternary answer(SourceLocation at) {
            return answers.entrySet().stream()
                    .filter(entry -> entry.getKey().at().equals(at)
                            && (purpose.isEmpty() || entry.getKey().purpose().equals(purpose)))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(Ternary.UNKNOWN);
        }

        private Change each(List<Condition> parts, boolean wanted) {
            return parts.stream().map(part -> toBe(part, wanted)).reduce(NONE, Change::and);
        }

        private Change least(List<Condition> parts, boolean wanted) {
            return parts.stream()
                    .map(part -> toBe(part, wanted))
                    .min(smallestFirst())
                    .orElse(NONE);
        }
    }
}
