package dev.sluice.policy.compare;

import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.compile.PlanView.FieldView;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.world.Asked;
import dev.sluice.policy.world.Fact;
import dev.sluice.policy.world.TooManyWorldsException;
import dev.sluice.policy.world.Worlds;
import dev.sluice.policy.world.Worlds.Telling;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Two plans for one partner, purpose and catalog, of which one may be missing, place by place. */
final class PlanComparison {

    private final String catalog;
    private final Side before;
    private final Side after;
    private final boolean otherRole;
    private final Instant now;
    private final Worlds.Memory memory;
    private final Map<Question, Map<Classes, List<Change.Spot>>> groups = new LinkedHashMap<>();

    /** @param otherRole whether the partner's role is another: what was agreed to for a role is then heard by one alone */
    PlanComparison(String catalog, Side before, Side after, boolean otherRole, Instant now, Worlds.Memory memory) {
        this.catalog = catalog;
        this.before = before;
        this.after = after;
        this.otherRole = otherRole;
        this.now = now;
        this.memory = memory;
    }

    /** What the decisions for some places rest on: gates of both plans, and from where the customer is known. */
    private record Question(BitSet before, BitSet after, int recordBefore, int recordAfter) {}

    /** Places of one fate. */
    record Classes(@Nullable FieldView before, @Nullable FieldView after) {

        private static @Nullable FieldView bare(@Nullable FieldView of) {
            return of == null
                    ? null
                    : new FieldView(
                            "", of.recordType(), List.of(), of.subject(), Set.of(), of.fieldClass(), of.added());
        }

        /** The same without what tells places apart. */
        Classes bare() {
            return new Classes(bare(before), bare(after));
        }
    }

    List<Found> find() throws TooManyWorldsException {
        Alignment alignment = Alignment.of(before.tree(), after.tree());
        Set<Alignment.Pair> pairs = new LinkedHashSet<>(alignment.pairs());
        alignment
                .records()
                .forEach(one -> pairs.addAll(alignment.added(before.added(one.before()), after.added(one.after()))));
        pairs.forEach(pair -> collect(pair, alignment.path(pair)));
        List<Found> found = new ArrayList<>();
        for (Map.Entry<Question, Map<Classes, List<Change.Spot>>> group : groups.entrySet()) {
            found.addAll(find(group.getKey(), group.getValue()));
        }
        return found;
    }

    private void collect(Alignment.Pair pair, String path) {
        FieldView one = before.field(pair.before());
        FieldView other = after.field(pair.after());
        if (one == null && other == null) {
            return;
        }
        Question question = new Question(
                before.reach(one),
                after.reach(other),
                recordType(before, pair.before()),
                recordType(after, pair.after()));
        List<String> categories =
                Objects.requireNonNull(other == null ? one : other).categories();
        groups.computeIfAbsent(question, key -> new LinkedHashMap<>())
                .computeIfAbsent(new Classes(one, other).bare(), key -> new ArrayList<>())
                .add(new Change.Spot(catalog, path, categories));
    }

    private static int recordType(Side side, int node) {
        FieldTree tree = side.tree();
        return tree == null || node == FieldTree.NONE
                ? FieldTree.NONE
                : tree.node(node).recordType();
    }

    private List<Found> find(Question question, Map<Classes, List<Change.Spot>> places) throws TooManyWorldsException {
        List<Asked> asked = new ArrayList<>();
        add(before, question.before(), asked);
        add(after, question.after(), asked);
        List<Instant> turns = turns(asked);
        Worlds worlds = Worlds.of(asked, fact -> telling(fact, question), now, memory);
        WorldWalk walk = new WorldWalk(worlds, before, after, question.before(), question.after(), turns);
        List<Found> found = new ArrayList<>();
        walk.find(List.copyOf(places.keySet()))
                .forEach((classes, changes) ->
                        changes.forEach(change -> found.add(change.at(places.getOrDefault(classes, List.of())))));
        return found;
    }

    /**
     * Now, and the instants from which on keys make something else. Worlds go by days: each but the first is asked for on
     * a day of its own.
     */
    private List<Instant> turns(List<Asked> asked) {
        SortedSet<Instant> all = new TreeSet<>(before.keyTurns());
        all.addAll(after.keyTurns());
        List<Instant> turns = new ArrayList<>(List.of(now));
        PlanView view = after.view() == null ? before.view() : after.view();
        LocalDate last = LocalDate.MIN;
        for (Instant turn : all.tailSet(now.plusNanos(1))) {
            LocalDate day = LocalDate.ofInstant(turn, ZoneOffset.UTC);
            last = day.isAfter(last) ? day : last.plusDays(1);
            turns.add(turn);
            if (view != null) {
                asked.add(new Asked(view, "", view.from(last)));
            }
        }
        return turns;
    }

    private static void add(Side side, BitSet gates, List<Asked> asked) {
        PlanView view = side.view();
        if (view != null) {
            gates.stream()
                    .forEach(gate -> asked.add(
                            new Asked(view, side.reader(), view.gates().get(gate))));
        }
    }

    /** Outside records nothing is known of any customer. Where only one side asks, there is nothing to tell apart. */
    private Telling telling(Fact fact, Question question) {
        boolean exchange = fact.kind() == Fact.Kind.CALLER_ROLES || fact.kind() == Fact.Kind.DAY;
        boolean outside = question.recordBefore() == FieldTree.NONE && question.recordAfter() == FieldTree.NONE;
        if (exchange || outside) {
            return exchange ? Telling.ALIKE : Telling.NOT_TOLD;
        }
        boolean one = question.recordBefore() == FieldTree.NONE || question.recordAfter() == FieldTree.NONE;
        boolean roles = fact.kind() == Fact.Kind.CONSENT && otherRole;
        boolean alike =
                before.reading(question.recordBefore(), fact).equals(after.reading(question.recordAfter(), fact));
        return one || alike && !roles ? Telling.ALIKE : Telling.APART;
    }
}
