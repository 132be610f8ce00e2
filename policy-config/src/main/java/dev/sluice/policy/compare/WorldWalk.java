package dev.sluice.policy.compare;

import dev.sluice.policy.compare.PlanComparison.Classes;
import dev.sluice.policy.world.Cell;
import dev.sluice.policy.world.Fact;
import dev.sluice.policy.world.Worlds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Walks all worlds of two plans and notes where places fare otherwise by one than by the other. */
final class WorldWalk {

    private final Worlds worlds;
    private final Side before;
    private final Side after;
    private final int[] gatesBefore;
    private final int[] gatesAfter;
    private final List<Instant> turns;
    private final Map<List<Object>, List<Step>> known = new HashMap<>();
    private List<Classes> places = List.of();

    /** @param turns the instants between which keys make the same; the worlds ask for all but the first, last of all */
    WorldWalk(Worlds worlds, Side before, Side after, BitSet gatesBefore, BitSet gatesAfter, List<Instant> turns) {
        this.worlds = worlds;
        this.before = before;
        this.after = after;
        this.gatesBefore = gatesBefore.stream().toArray();
        this.gatesAfter = gatesAfter.stream().toArray();
        this.turns = List.copyOf(turns);
    }

    /** From one bundle to the other, in one world. */
    private record Step(Shade before, Shade after) {

        Direction direction() {
            return before.to(after);
        }

        /** Equal for what is told as one change. */
        Object kind() {
            return List.of(
                    direction(),
                    String.valueOf(before.text()),
                    before.detail(after),
                    before.grounds(),
                    String.valueOf(after.text()),
                    after.detail(before),
                    after.grounds(),
                    after.leaves() ? after.rule() : before.rule());
        }
    }

    /** What was seen of one class of places. */
    private static final class Seen {
        private final Map<Object, int[]> first = new LinkedHashMap<>();
        private boolean leavesBefore;
        private boolean leavesAfter;
    }

    /** The changes of each class of places. */
    Map<Classes, List<Found>> find(List<Classes> of) {
        places = of;
        List<Seen> seen = of.stream().map(one -> new Seen()).toList();
        do {
            List<Step> steps = steps();
            for (int k = 0; k < steps.size(); k++) {
                Step step = steps.get(k);
                Seen one = seen.get(k);
                one.leavesBefore |= step.before().leaves();
                one.leavesAfter |= step.after().leaves();
                if (!step.before().alike(step.after())) {
                    one.first.computeIfAbsent(step.kind(), kind -> worlds.cells());
                }
            }
        } while (worlds.next());
        Map<Classes, List<Found>> found = new LinkedHashMap<>();
        for (int k = 0; k < of.size(); k++) {
            List<Found> changes = new ArrayList<>();
            for (Map.Entry<Object, int[]> change : seen.get(k).first.entrySet()) {
                changes.add(found(k, change.getKey(), change.getValue(), seen.get(k)));
            }
            found.put(of.get(k), changes);
        }
        return found;
    }

    private List<Step> steps() {
        BitSet one = open(gatesBefore, 0);
        BitSet other = open(gatesAfter, gatesBefore.length);
        Instant turn = turn();
        return known.computeIfAbsent(List.of(one, other, turn), key -> steps(one, other, turn));
    }

    private BitSet open(int[] gates, int first) {
        BitSet open = new BitSet();
        for (int k = 0; k < gates.length; k++) {
            if (worlds.open(first + k)) {
                open.set(gates[k]);
            }
        }
        return open;
    }

    /** The last instant at which some key had turned. */
    private Instant turn() {
        int turn = 0;
        while (turn + 1 < turns.size() && worlds.open(gatesBefore.length + gatesAfter.length + turn)) {
            turn++;
        }
        return turns.get(turn);
    }

    private List<Step> steps(BitSet one, BitSet other, Instant at) {
        return places.stream()
                .map(place -> new Step(before.decide(place.before(), one, at), after.decide(place.after(), other, at)))
                .toList();
    }

    private Found found(int place, Object kind, int[] world, Seen seen) {
        worlds.go(world);
        Step step = steps().get(place);
        String customer = worlds.customer(() -> steps().get(place).kind().equals(kind));
        boolean wider = step.direction() == Direction.WIDER;
        return new Found(
                step.direction(),
                List.of(),
                outcome(before, step.before(), step.after()),
                outcome(after, step.after(), step.before()),
                customer,
                from(world),
                wider ? !seen.leavesBefore : !seen.leavesAfter);
    }

    private static Outcome outcome(Side side, Shade shade, Shade other) {
        return new Outcome(
                shade.text(),
                side.detail(shade, other),
                shade.epochs(other),
                shade.reason(),
                side.terms(shade),
                new TreeSet<>(shade.grounds()));
    }

    /** Worlds are walked day by day, so the first one is on the first day. */
    private @Nullable LocalDate from(int[] world) {
        for (int d = 0; d < world.length; d++) {
            Cell cell = worlds.dimensions().get(d).cells().get(world[d]);
            boolean day = worlds.dimensions().get(d).fact().kind() == Fact.Kind.DAY;
            if (day && world[d] > 0 && cell.instant() != null) {
                return LocalDate.ofInstant(cell.instant(), ZoneOffset.UTC);
            }
        }
        return null;
    }
}
