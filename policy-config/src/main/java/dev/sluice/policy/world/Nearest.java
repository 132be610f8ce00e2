package dev.sluice.policy.world;

import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.decision.AskedPerson;
import dev.sluice.policy.evaluate.GateReach;
import dev.sluice.policy.evaluate.Outcomes;
import dev.sluice.policy.evaluate.PersonSketch;
import dev.sluice.policy.field.FieldDecision;
import dev.sluice.policy.field.FieldDecisions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    /** Nothing if there are too many customers to look at. @param fieldClass that of the place */
    public Optional<Change> find(AskedPerson person, int recordType, int fieldClass) {
        try {
            BitSet gates = GateReach.of(view.plan(), fieldClass);
            List<Dimension> facts = facts(gates);
            Trial trial = new Trial(person, recordType, fieldClass);
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
                BitSet open = new BitSet();
                for (int k = 0; k < numbers.length; k++) {
                    open.set(numbers[k], worlds.open(k));
                }
                if (leaves(recordType, fieldClass, open)) {
                    return true;
                }
            } while (worlds.next());
            return false;
        });
    }

    private boolean leaves(int recordType, int fieldClass, BitSet open) {
        FieldDecisions decisions = outcomes.decide(recordType, outcomes.vector(open));
        return decisions.leaves() && decisions.at(fieldClass) instanceof FieldDecision.Share;
    }

    /** Whether a place leaves of a customer of whom something is another. */
    private final class Trial {
        private final AskedPerson person;
        private final int recordType;
        private final int fieldClass;

        Trial(AskedPerson person, int recordType, int fieldClass) {
            this.person = person;
            this.recordType = recordType;
            this.fieldClass = fieldClass;
        }

        boolean leaves(List<Cell> cells) {
            PersonSketch sketch = new PersonSketch(person, roles(cells));
            cells.forEach(cell -> cell.draws().accept(view, sketch));
            List<GateQuestion> gates = view.gates();
            BitSet open = new BitSet();
            for (int k = 0; k < gates.size(); k++) {
                open.set(k, gates.get(k).gate().open(sketch.person()));
            }
            return Nearest.this.leaves(recordType, fieldClass, open);
        }
    }

    /** Null where nobody asks in other roles. */
    private static @Nullable Set<String> roles(List<Cell> cells) {
        Set<String> roles = null;
        for (Cell cell : cells) {
            roles = cell.callerRoles() == null ? roles : cell.callerRoles();
        }
        return roles;
    }

    private static Optional<List<String>> single(List<Dimension> facts, Trial trial) {
        List<String> words = new ArrayList<>();
        for (Dimension fact : facts) {
            fact.cells().stream()
                    .filter(cell -> trial.leaves(List.of(cell)))
                    .min(shortest())
                    .ifPresent(cell -> words.add(cell.words()));
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
                tried += facts.get(one).size() * facts.get(other).size();
                if (tried > MOST) {
                    return Optional.empty();
                }
                Optional<List<String>> found = pair(facts.get(one), facts.get(other), trial);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<List<String>> pair(Dimension one, Dimension other, Trial trial) {
        List<Cell> first = new ArrayList<>(one.cells());
        List<Cell> second = new ArrayList<>(other.cells());
        first.sort(shortest());
        second.sort(shortest());
        for (Cell a : first) {
            for (Cell b : second) {
                if (trial.leaves(List.of(a, b))) {
                    return Optional.of(List.of(a.words(), b.words()));
                }
            }
        }
        return Optional.empty();
    }

    private static Comparator<Cell> shortest() {
        return Comparator.comparingInt(cell -> cell.words().length());
    }
}
