package dev.sluice.policy.world;

import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.decision.AskedPerson;
import dev.sluice.policy.evaluate.GateReach;
import dev.sluice.policy.evaluate.Outcomes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Of all customers who differ from one in a fact, or in two, one of whom a place leaves. Every value that a fact can have
 * is tried, one for all that no gate tells apart.
 */
public final class Nearest {

    /** More pairs of facts' values than these are not tried for one place. */
    private static final int MOST = 200_000;

    private final PlanView view;
    private final Instant instant;
    private final Outcomes outcomes;
    private final Worlds.Memory memory = new Worlds.Memory();
    private final Map<BitSet, Worlds> known = new HashMap<>();
    private final Map<Integer, Boolean> ofSomebody = new HashMap<>();

    /** @param view with a class for each place @param instant of the exchange, whose day is no fact */
    public Nearest(PlanView view, Instant instant) {
        this.view = view;
        this.instant = instant;
        this.outcomes = new Outcomes(view.plan());
    }

    /**
     * What is another.
     *
     * @param words that may follow <i>the same customer, but</i>; empty if nothing near lets it leave
     * @param ofNobody whether it leaves of no customer at all
     */
    public record Change(List<String> words, boolean ofNobody) {
        public Change {
            words = List.copyOf(words);
        }
    }

    /** Nothing if it leaves as it is, or if there are too many customers to look at. @param fieldClass that of the place */
    public Optional<Change> find(AskedPerson person, int recordType, int fieldClass) {
        try {
            BitSet gates = GateReach.of(view.plan(), fieldClass);
            List<Dimension> facts = facts(gates);
            Trial trial = new Trial(view, outcomes, person, recordType, fieldClass);
            if (trial.leaves(List.of())) {
                return Optional.empty();
            }
            return Optional.of(single(facts, trial)
                    .or(() -> pair(facts, trial))
                    .map(words -> new Change(words, false))
                    .orElseGet(() -> new Change(List.of(), !leavesOfSomebody(gates, recordType, fieldClass))));
        } catch (TooManyWorldsException e) {
            return Optional.empty();
        }
    }

    private List<Dimension> facts(BitSet gates) throws TooManyWorldsException {
        Worlds worlds = known.get(gates);
        if (worlds == null) {
            List<GateQuestion> questions =
                    gates.stream().mapToObj(gate -> view.gates().get(gate)).toList();
            worlds = Worlds.of(view, questions, instant, memory);
            known.put(gates, worlds);
        }
        return worlds.dimensions().stream()
                .filter(dimension -> dimension.fact().kind() != Fact.Kind.DAY)
                .toList();
    }

    /** Whether there can be a customer of whom a place leaves, on some day from now on. */
    private boolean leavesOfSomebody(BitSet gates, int recordType, int fieldClass) {
        return ofSomebody.computeIfAbsent(fieldClass, key -> {
            Worlds worlds = Objects.requireNonNull(known.get(gates));
            int[] numbers = gates.stream().toArray();
            worlds.first();
            do {
                if (Trial.leaves(outcomes, recordType, fieldClass, worlds.open(numbers))) {
                    return true;
                }
            } while (worlds.next());
            return false;
        });
    }

    private static Optional<List<String>> single(List<Dimension> facts, Trial trial) {
        List<String> words = new ArrayList<>();
        for (Dimension fact : facts) {
            variants(fact, trial).stream()
                    .map(List::of)
                    .filter(trial::leaves)
                    .min(Comparator.comparing((List<Variant> one) -> one.get(0).twofold())
                            .thenComparing(one -> trial.words(one).get(0).length()))
                    .ifPresent(one -> words.addAll(trial.words(one)));
        }
        return words.isEmpty() ? Optional.empty() : Optional.of(List.of(String.join(" or ", words)));
    }

    private static Optional<List<String>> pair(List<Dimension> facts, Trial trial) {
        int tried = 0;
        for (int one = 0; one < facts.size(); one++) {
            for (int other = one + 1; other < facts.size(); other++) {
                if (facts.get(one).tells(facts.get(other))) {
                    continue;
                }
                List<Variant> first = variants(facts.get(one), trial);
                List<Variant> second = variants(facts.get(other), trial);
                tried += first.size() * second.size();
                if (tried > MOST) {
                    return Optional.empty();
                }
                Optional<List<String>> found = pair(first, second, trial);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> pair(List<Variant> first, List<Variant> second, Trial trial) {
        for (Variant one : first) {
            for (Variant other : second) {
                List<Variant> both = List.of(one, other);
                if (trial.leaves(both)) {
                    return Optional.of(trial.words(both));
                }
            }
        }
        return Optional.empty();
    }

    private static List<Variant> variants(Dimension fact, Trial trial) {
        return Variant.of(fact, trial.objected());
    }
}
