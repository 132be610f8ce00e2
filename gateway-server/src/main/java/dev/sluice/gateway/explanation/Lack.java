package dev.sluice.gateway.explanation;

import dev.sluice.policy.decision.RuleTrace.Asked;
import dev.sluice.policy.decision.Ternary;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.words.ConditionWords;
import dev.sluice.policy.words.RuleWords.Spelled;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks and is not so, or not known: the fewest single conditions. Of several that would do, the first. Whether
 * a customer can be so is another question.
 */
public record Lack(List<Clause> clauses) {

    static final Lack NONE = new Lack(List.of());

    public Lack {
        clauses = List.copyOf(clauses);
    }

    /** @param text that may follow <i>that</i> @param known whether it is known not to be so; else nobody knows */
    public record Clause(String text, boolean known) {}

    Lack and(Lack other) {
        List<Clause> all = new ArrayList<>(clauses);
        other.clauses.stream().filter(clause -> !clauses.contains(clause)).forEach(all::add);
        return new Lack(all);
    }

    private static Comparator<Lack> smallestFirst() {
        return Comparator.comparingInt(lack -> lack.clauses.size());
    }

    /** For a share to be granted, its policy's row needs left aside. @param nobody whether it lacks a known customer */
    static Lack toGrant(Spelled share, boolean nobody, Map<Asked, Ternary> answers) {
        Answers asked = new Answers(share.purpose(), answers);
        Lack lack = NONE;
        Basis basis = share.basis();
        if (basis != null && basis.asksCustomer()) {
            Ternary answer = answers.getOrDefault(new Asked(basis.location(), share.purpose()), Ternary.TRUE);
            if (answer != Ternary.TRUE) {
                lack = one(basis.clause(share.purpose()), answer == Ternary.FALSE);
            }
        }
        for (Condition condition : share.conditions()) {
            lack = lack.and(asked.toBe(condition, true));
        }
        return nobody ? lack.and(one("the record says who its customer is", true)) : lack;
    }

    /** For a protect or forbid to hold no longer; nothing if it always holds. */
    static Optional<Lack> toFree(Spelled cut, Map<Asked, Ternary> answers) {
        Answers asked = new Answers(cut.purpose(), answers);
        List<Lack> ways = new ArrayList<>();
        way(cut.when(), false, asked, ways);
        way(cut.unless(), true, asked, ways);
        return ways.stream().min(smallestFirst());
    }

    private static void way(@Nullable Condition condition, boolean holds, Answers asked, List<Lack> ways) {
        if (condition != null) {
            ways.add(asked.toBe(condition, holds));
        }
    }

    private static Lack one(String text, boolean known) {
        return new Lack(List.of(new Clause(text, known)));
    }

    /** What the conditions of one policy answered. */
    private record Answers(String purpose, Map<Asked, Ternary> answers) {

        /** What is missing for a condition to be definitely true, or definitely false. */
        Lack toBe(Condition condition, boolean wanted) {
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

        private Lack each(List<Condition> parts, boolean wanted) {
            return parts.stream().map(part -> toBe(part, wanted)).reduce(NONE, Lack::and);
        }

        private Lack least(List<Condition> parts, boolean wanted) {
            return parts.stream()
                    .map(part -> toBe(part, wanted))
                    .min(smallestFirst())
                    .orElse(NONE);
        }
    }
}
