package dev.sluice.policy.world;

import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.evaluate.Check;
import dev.sluice.policy.evaluate.Gate;
import dev.sluice.policy.evaluate.Moment;
import dev.sluice.policy.evaluate.Person;
import dev.sluice.policy.evaluate.PersonSketch;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.vocabulary.AgeTables;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All worlds that some questions can tell apart, walked one after the other. Used by one thread. */
public final class Worlds {

    /** More worlds than these are never looked at. */
    public static final int MOST = 1_000_000;

    private static final Set<Fact> DATED = Set.of(
            Fact.of(Fact.Kind.AGE), Fact.of(Fact.Kind.COUNTRY), Fact.of(Fact.Kind.STATE), Fact.of(Fact.Kind.CONSENT));

    private final List<Asked> questions;
    private final Instant now;
    private final Map<Asking, Moment> moments = new HashMap<>();
    private List<Dimension> dimensions;
    private Coupling coupling;
    private List<Table> tables = List.of();
    private int[] cells;

    private Worlds(List<Asked> questions, Instant now, List<Dimension> dimensions) {
        this.questions = questions;
        this.now = now;
        this.dimensions = dimensions;
        this.coupling = new Coupling(dimensions);
        this.cells = new int[dimensions.size()];
    }

    /** When somebody asks, and in which roles, judged by the law as a plan knows it. */
    private record Asking(
            AgeTables law, Instant instant, @Nullable Set<String> roles) {}

    /** What is worked out once for all worlds of a bundle. */
    public static final class Memory {
        final Map<List<String>, List<Cell>> consents = new HashMap<>();
        final Map<List<Object>, List<Cell>> places = new HashMap<>();
    }

    /** How several plans come to know a fact. */
    public enum Telling {
        /** All read it from the same places. */
        ALIKE,
        /** Each reads it from places of its own, so that what one knows says nothing of what another does. */
        APART,
        /** It is never known. */
        NOT_TOLD
    }

    /** @param now when the bundle is loaded */
    public static Worlds of(PlanView view, List<GateQuestion> questions, Instant now, Memory memory)
            throws TooManyWorldsException {
        List<Asked> asked = questions.stream()
                .map(question -> new Asked(view, "", question))
                .toList();
        return of(asked, fact -> Telling.ALIKE, now, memory);
    }

    /**
     * The worlds that the gates of several plans tell apart, all for one partner.
     *
     * @param telling how the plans come to know a fact
     * @param now when the bundles are loaded
     */
    public static Worlds of(List<Asked> questions, Function<Fact, Telling> telling, Instant now, Memory memory)
            throws TooManyWorldsException {
        List<PlanView> views = questions.stream().map(Asked::view).distinct().toList();
        Cuts all = new Cuts();
        questions.forEach(one -> all.add(one.question()));
        List<Dimension> dimensions = new ArrayList<>();
        for (Fact fact : all.facts()) {
            if (telling.apply(fact) == Telling.ALIKE) {
                dimensions.add(new Dimension(fact, null, new Cells(views, now, memory).of(fact, all)));
            }
            if (telling.apply(fact) != Telling.APART) {
                continue;
            }
            for (PlanView view : views) {
                Cuts own = new Cuts();
                questions.stream().filter(one -> one.view() == view).forEach(one -> own.add(one.question()));
                if (own.facts().contains(fact)) {
                    Cells cells = new Cells(List.of(view), now, memory);
                    dimensions.add(new Dimension(fact, view, read(cells.of(fact, own), reader(view, questions))));
                }
            }
        }
        Worlds worlds = new Worlds(questions, now, dimensions);
        worlds.mergeByConditions();
        worlds.askGates();
        if (worlds.merge(worlds.tables, Set.of())) {
            worlds.askGates();
        }
        worlds.checkSize();
        worlds.first();
        return worlds;
    }

    private void checkSize() throws TooManyWorldsException {
        int[] all = IntStream.range(0, dimensions.size()).toArray();
        long size = 1;
        for (Dimension dimension : dimensions) {
            size *= dimension.size();
            checkSize(size, dimensions, all);
        }
    }

    private static String reader(PlanView view, List<Asked> questions) {
        return questions.stream()
                .filter(one -> one.view() == view)
                .findFirst()
                .map(Asked::reader)
                .orElse("");
    }

    private static List<Cell> read(List<Cell> cells, String reader) {
        return cells.stream()
                .map(cell -> new Cell(
                        cell.words() + reader, cell.days(), cell.callerRoles(), cell.countries(), cell.draws()))
                .toList();
    }

    /** The facts that make a difference, in the order in which a customer is described. */
    public List<Dimension> dimensions() {
        return dimensions;
    }

    /** Goes to the first world. */
    public void first() {
        cells = new int[dimensions.size()];
        if (!coupling.possible(cells)) {
            next();
        }
    }

    /** Goes to the next world that somebody can live in. @return whether there is one */
    public boolean next() {
        while (step()) {
            if (coupling.possible(cells)) {
                return true;
            }
        }
        return false;
    }

    private boolean step() {
        for (int d = 0; d < cells.length; d++) {
            if (++cells[d] < dimensions.get(d).size()) {
                return true;
            }
            cells[d] = 0;
        }
        return false;
    }

    /** The cell of each dimension in the world that is looked at. */
    public int[] cells() {
        return cells.clone();
    }

    /** Goes to a world. */
    public void go(int[] to) {
        cells = to.clone();
    }

    /** Whether a gate is open in the world that is looked at. @param question the number of what it asks */
    public boolean open(int question) {
        return tables.get(question).at(cells) != 0;
    }

    /** All gates that are open in the world that is looked at. @param gates by the number of the question that asks them */
    public BitSet open(int[] gates) {
        BitSet open = new BitSet();
        for (int question = 0; question < gates.length; question++) {
            open.set(gates[question], open(question));
        }
        return open;
    }

    /**
     * The customer of the world that is looked at, in words: only what matters, and whoever is as they say is one for whom
     * it is all the same.
     *
     * @param alike whether in the world that is looked at then it is all the same
     */
    public String customer(BooleanSupplier alike) {
        int[] world = cells();
        List<Surroundings.Axis> axes = dimensions.stream()
                .map(one -> new Surroundings.Axis(one.size(), one.most()))
                .toList();
        List<List<Integer>> around = Surroundings.of(world, axes, coupling::possible, other -> {
            go(other);
            return alike.getAsBoolean();
        });
        go(world);
        List<String> words = new ArrayList<>();
        for (int d = 0; d < world.length; d++) {
            if (around.get(d).size() < dimensions.get(d).size()) {
                words.add(dimensions.get(d).words(around.get(d)));
            }
        }
        return words.isEmpty() ? "any customer" : "a customer " + String.join(", ", words);
    }

    static void checkSize(long size, List<Dimension> dimensions, int[] of) throws TooManyWorldsException {
        if (size > MOST) {
            List<String> large = Stream.of(dimensions.toArray(Dimension[]::new))
                    .filter(dimension -> contains(of, dimensions.indexOf(dimension)))
                    .sorted(Comparator.comparing(dimension -> -dimension.size()))
                    .limit(4)
                    .map(dimension -> dimension.fact() + " (" + dimension.size() + " cases)")
                    .toList();
            throw new TooManyWorldsException(String.join(", ", large));
        }
    }

    private static boolean contains(int[] numbers, int wanted) {
        for (int number : numbers) {
            if (number == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Makes one of all cells that no single condition tells apart. */
    private void mergeByConditions() throws TooManyWorldsException {
        List<Table> asked = new ArrayList<>();
        for (PlanView view : views()) {
            Set<Condition> leaves = new HashSet<>();
            questions.stream()
                    .filter(one -> one.view() == view)
                    .forEach(one -> one.question().conditions().forEach(condition -> leaves(condition, leaves)));
            for (Condition leaf : leaves) {
                Check check = view.check(leaf);
                int[] facts = numbers(Cuts.factsOf(leaf), view);
                asked.add(new Table(
                        facts,
                        dimensions,
                        own -> check.on(person(view, facts, own)).ordinal()));
            }
        }
        Set<Fact.Kind> untold = Set.of(Fact.Kind.CONSENT, Fact.Kind.KNOWN, Fact.Kind.DAY);
        merge(asked, untold);
    }

    private static void leaves(Condition condition, Set<Condition> into) {
        condition.parts().forEach(one -> leaves(one, into));
        if (condition instanceof Condition.Leaf) {
            into.add(condition);
        }
    }

    private void askGates() throws TooManyWorldsException {
        List<Table> asked = new ArrayList<>();
        for (Asked one : questions) {
            Cuts cuts = new Cuts();
            cuts.add(one.question());
            int[] facts = numbers(cuts.facts(), one.view());
            Gate gate = one.question().gate();
            asked.add(new Table(facts, dimensions, own -> gate.open(person(one.view(), facts, own)) ? 1 : 0));
        }
        tables = asked;
    }

    /** Whether some cells became one. */
    private boolean merge(List<Table> by, Set<Fact.Kind> untold) {
        List<Dimension> merged = new ArrayList<>();
        boolean changed = false;
        for (int d = 0; d < dimensions.size(); d++) {
            Dimension dimension = dimensions.get(d);
            if (untold.contains(dimension.fact().kind())) {
                merged.add(dimension);
                continue;
            }
            StringBuilder[] signatures = new StringBuilder[dimension.size()];
            for (int k = 0; k < signatures.length; k++) {
                signatures[k] = new StringBuilder();
            }
            for (Table table : by) {
                table.sign(d, signatures);
            }
            coupling.sign(d, signatures);
            Set<String> seen = new HashSet<>();
            List<Cell> kept = new ArrayList<>();
            for (int k = 0; k < signatures.length; k++) {
                if (seen.add(signatures[k].toString())) {
                    kept.add(dimension.cells().get(k));
                }
            }
            changed |= kept.size() < dimension.size();
            merged.add(new Dimension(dimension.fact(), dimension.of(), kept));
        }
        dimensions = merged;
        coupling = new Coupling(merged);
        cells = new int[merged.size()];
        return changed;
    }

    private List<PlanView> views() {
        return questions.stream().map(Asked::view).distinct().toList();
    }

    private int[] numbers(Set<Fact> facts, PlanView view) {
        List<Integer> numbers = new ArrayList<>();
        for (int d = 0; d < dimensions.size(); d++) {
            Fact fact = dimensions.get(d).fact();
            boolean dated = fact.kind() == Fact.Kind.DAY && DATED.stream().anyMatch(facts::contains);
            if (dimensions.get(d).readBy(view) && (facts.contains(fact) || dated)) {
                numbers.add(d);
            }
        }
        return numbers.stream().mapToInt(number -> number).toArray();
    }

    /** A customer with these facts, as a plan reads them. */
    private Person person(PlanView view, int[] facts, int[] own) {
        Instant instant = now;
        Set<String> roles = null;
        for (int k = 0; k < facts.length; k++) {
            Cell cell = dimensions.get(facts[k]).cells().get(own[k]);
            instant = cell.instant() == null ? instant : cell.instant();
            roles = cell.callerRoles() == null ? roles : cell.callerRoles();
        }
        Moment moment = moments.computeIfAbsent(
                new Asking(view.ages(), instant, roles),
                asking -> new Moment(asking.instant(), asking.law(), asking.roles()));
        PersonSketch sketch = new PersonSketch(view.plan(), moment);
        for (int k = 0; k < facts.length; k++) {
            dimensions.get(facts[k]).cells().get(own[k]).draws().accept(view, sketch);
        }
        return sketch.person();
    }
}
