package dev.sluice.policy.world;

import static java.util.stream.Collectors.toSet;

import dev.sluice.policy.compile.AskedConsent;
import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.condition.FactTest;
import dev.sluice.policy.evaluate.DrawnPerson;
import dev.sluice.policy.evaluate.DrawnPerson.Held;
import dev.sluice.policy.evaluate.DrawnPerson.Source;
import dev.sluice.policy.evaluate.DrawnPerson.Value;
import dev.sluice.policy.evaluate.Moment;
import dev.sluice.policy.evaluate.PersonSketch;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.vocabulary.Region;
import dev.sluice.policy.vocabulary.States;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The world in which a customer lives: of each fact that some gates ask for, the cell in which its value falls. Found by
 * the value alone, never by what a condition answers; a value that falls in no cell is an error.
 */
public final class CustomerWorld {

    private final PlanView view;
    private final List<GateQuestion> questions;
    private final Cuts cuts = new Cuts();
    private final Map<Fact, List<Cell>> axes = new HashMap<>();
    private final Map<Instant, Map<List<List<String>>, Cell>> consents = new HashMap<>();

    /** Who somebody is, told without a word of the rules. */
    public interface Customer {

        boolean known();

        /** A code or word; the empty text where it is there and cannot be used, null where it is not there. */
        String word(String fact);

        /** Null where it is not known to the day. */
        LocalDate birth();

        /** Null where it is unknown. */
        Scalar attribute(String name);

        /** Null where nothing is known of it. The values are texts and numbers. */
        Values fact(String name);

        /** What their consents come to. */
        List<String> answers(AskedConsent asked);

        /** What others would come to. */
        List<String> answers(AskedConsent asked, List<Source> consents);

        Instant now();

        /** The roles of who asks, or null. */
        Set<String> callerRoles();
    }

    /** What a fact of a record holds, and whether that is all. */
    public record Values(List<Object> known, boolean all) {}

    public CustomerWorld(PlanView view, List<GateQuestion> questions, Instant loaded, Worlds.Memory made)
            throws TooManyWorldsException {
        this.view = view;
        this.questions = questions;
        questions.forEach(cuts::add);
        for (Fact fact : cuts.facts()) {
            axes.put(fact, new Cells(List.of(view), loaded, made).of(fact, cuts));
        }
    }

    /** The gates, by the place of their questions, that are open in a customer's world. */
    public BitSet open(Customer customer) {
        LocalDate day = LocalDate.ofInstant(customer.now(), ZoneOffset.UTC);
        Instant instant = customer.now();
        List<Cell> cells = new ArrayList<>();
        for (Fact fact : cuts.facts()) {
            Cell cell = fact.kind() == Fact.Kind.DAY ? day(day) : cell(fact, customer, day);
            instant = cell.instant() == null ? instant : cell.instant();
            cells.add(cell);
        }
        Set<String> roles = cells.stream()
                .map(Cell::callerRoles)
                .filter(one -> one != null)
                .findFirst()
                .orElse(null);
        PersonSketch sketch = new PersonSketch(view.plan(), new Moment(instant, view.ages(), roles));
        cells.forEach(cell -> cell.draws().accept(view, sketch));
        BitSet open = new BitSet();
        for (int k = 0; k < questions.size(); k++) {
            open.set(k, questions.get(k).gate().open(sketch.person()));
        }
        return open;
    }

    private Cell day(LocalDate day) {
        Cell last = null;
        for (Cell cell : axes.get(Fact.of(Fact.Kind.DAY))) {
            LocalDate first = LocalDate.ofInstant(cell.instant(), ZoneOffset.UTC);
            last = last == null || !first.isAfter(day) ? cell : last;
        }
        return last;
    }

    private Cell cell(Fact fact, Customer customer, LocalDate day) {
        if (fact.kind() == Fact.Kind.CALLER_ROLES) {
            return callerRoles(customer, fact);
        }
        if (fact.kind() == Fact.Kind.CONSENT) {
            return consents(customer, day);
        }
        Predicate<DrawnPerson> falls = switch (fact.kind()) {
            case KNOWN -> drawn -> drawn.known() == customer.known();
            case COUNTRY -> drawn -> country(drawn.country(), customer.word("country"), day);
            case STATE -> drawn -> state(drawn.state(), customer.word("state"), day);
            case AGE -> age(fact, customer, day);
            case GENDER ->
                drawn ->
                        known(customer.word("gender")) ? drawn.genderIs(customer.word("gender")) : !drawn.genderKnown();
            case LANGUAGE -> drawn -> language(drawn.language(), customer.word("language"));
            case ATTRIBUTE -> attribute(fact.name(), customer.attribute(fact.name()));
            case RECORD_FACT -> held(fact.name(), customer.fact(fact.name()));
            case CONSENT, CALLER_ROLES, DAY -> throw new IllegalArgumentException("looked for elsewhere: " + fact);
        };
        return axes.get(fact).stream()
                .filter(cell -> falls.test(drawn(cell, customer.now(), day)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("a customer is in no cell of " + fact));
    }

    private DrawnPerson drawn(Cell cell, Instant now, LocalDate day) {
        PersonSketch sketch = new PersonSketch(view.plan(), new Moment(now, view.ages(), null));
        cell.draws().accept(view, sketch);
        return new DrawnPerson(sketch.person(), day);
    }

    private Cell callerRoles(Customer customer, Fact fact) {
        Set<String> own = customer.callerRoles() == null ? null : new TreeSet<>(customer.callerRoles());
        if (own != null) {
            own.retainAll(cuts.callerRoles);
        }
        return axes.get(fact).stream()
                .filter(cell -> own == null ? cell.callerRoles() == null : own.equals(cell.callerRoles()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("who asks is in no cell of " + fact));
    }

    private static boolean known(String word) {
        return word != null && !word.isEmpty();
    }

    private boolean country(String drawn, String own, LocalDate day) {
        if (!known(own) || !known(drawn)) {
            return own == null ? drawn == null : own.equals(drawn);
        }
        return cuts.countries.stream().allMatch(set -> set.contains(own) == set.contains(drawn))
                && regions().allMatch(region -> alike(region, own, drawn, day))
                && cuts.tables.stream().allMatch(table -> age(table, own, day) == age(table, drawn, day));
    }

    private int age(AgeTable table, String country, LocalDate day) {
        return view.ages().age(table, country, day);
    }

    private Stream<Region> regions() {
        return cuts.regions.stream().map(name -> view.regions().region(name));
    }

    /** Whether both are in a region as a whole, in part, or not at all. */
    private static boolean alike(Region region, String one, String other, LocalDate day) {
        Set<String> partly = region.states(day).stream().map(States::country).collect(toSet());
        return region.countries(day).contains(one) == region.countries(day).contains(other)
                && partly.contains(one) == partly.contains(other);
    }

    private boolean state(String drawn, String own, LocalDate day) {
        if (!known(own) || !known(drawn)) {
            return known(own) == known(drawn);
        }
        return cuts.states.stream().allMatch(set -> set.contains(own) == set.contains(drawn))
                && regions()
                        .allMatch(region -> region.states(day).contains(own)
                                        == region.states(day).contains(drawn)
                                && alike(region, States.country(own), States.country(drawn), day));
    }

    private boolean language(String drawn, String own) {
        if (!known(own) || !known(drawn)) {
            return known(own) == known(drawn);
        }
        return cuts.languages.contains(own) ? own.equals(drawn) : !cuts.languages.contains(drawn);
    }

    /** Somewhere it is a day earlier or later, so an age is one of two where a birthday is near. */
    private Predicate<DrawnPerson> age(Fact fact, Customer customer, LocalDate day) {
        LocalDate birth = customer.birth();
        if (birth == null) {
            return drawn -> !drawn.ageKnown();
        }
        TreeSet<Integer> told = new TreeSet<>();
        for (Cell cell : axes.get(fact)) {
            DrawnPerson drawn = drawn(cell, customer.now(), day);
            if (drawn.ageKnown()) {
                told.add(drawn.youngest());
                told.add(drawn.oldest());
            }
        }
        int youngest = told(told, years(birth, customer.now(), -12));
        int oldest = told(told, years(birth, customer.now(), 14));
        return drawn -> drawn.ageKnown() && drawn.youngest() == youngest && drawn.oldest() == oldest;
    }

    private static int years(LocalDate birth, Instant now, int hours) {
        return birth.until(LocalDate.ofInstant(now, ZoneOffset.ofHours(hours))).getYears();
    }

    /** The age that stands for one: of those that are told apart the last one up to it. */
    private static int told(TreeSet<Integer> ages, int age) {
        Integer floor = ages.floor(age);
        return floor == null ? ages.first() : floor;
    }

    private Predicate<DrawnPerson> attribute(String name, Scalar own) {
        int index = view.attribute(name);
        if (own == null || index < 0) {
            return drawn -> index < 0 || drawn.attribute(index) == null;
        }
        List<Scalar> named = cuts.values.getOrDefault(name, Set.of()).stream()
                .map(value -> Scalar.string(value.text()))
                .toList();
        return drawn -> {
            Value value = drawn.attribute(index);
            return value != null
                    && value.number() == null
                    && !value.is(new Scalar(Scalar.Kind.BOOLEAN, "true"))
                    && !value.is(new Scalar(Scalar.Kind.BOOLEAN, "false"))
                    && named.stream().allMatch(one -> value.is(one) == one.equals(own));
        };
    }

    private Predicate<DrawnPerson> held(String name, Values own) {
        int index = view.fact(name);
        if (own == null || index < 0) {
            return drawn -> index < 0 || drawn.fact(index) == null;
        }
        List<FactTest> tests = cuts.recordFacts.getOrDefault(name, List.of());
        Set<List<Object>> kinds =
                own.known().stream().map(value -> kind(value, tests)).collect(toSet());
        return drawn -> {
            Held held = drawn.fact(index);
            return held != null
                    && held.all() == own.all()
                    && held.values().stream()
                            .map(value -> kind(value, tests))
                            .collect(toSet())
                            .equals(kinds);
        };
    }

    /** What tests can tell of a value: where a number stands beside theirs, in which of their lists a text is. */
    private static List<Object> kind(Object value, List<FactTest> tests) {
        List<Object> kind = new ArrayList<>();
        for (FactTest test : tests) {
            if (test instanceof FactTest.AtLeast bound) {
                kind.add(side(value, bound.number()));
            } else if (test instanceof FactTest.Below bound) {
                kind.add(side(value, bound.number()));
            } else {
                List<FactValue> listed =
                        test instanceof FactTest.AnyOf anyOf ? anyOf.values() : ((FactTest.NoneOf) test).values();
                boolean number = number(value) != null;
                kind.add(
                        number
                                ? listed.stream()
                                        .map(one -> side(value, one.text()))
                                        .toList()
                                : listed.stream().anyMatch(one -> text(value, one.text())));
            }
        }
        return kind;
    }

    private static BigDecimal number(Object value) {
        return value instanceof Value drawn ? drawn.number() : value instanceof BigDecimal number ? number : null;
    }

    private static int side(Object value, String bound) {
        return number(value).compareTo(new BigDecimal(bound.strip()));
    }

    private static boolean text(Object value, String text) {
        return value instanceof Value drawn ? drawn.is(Scalar.string(text)) : text.equals(value);
    }

    private Cell consents(Customer customer, LocalDate day) {
        Map<List<List<String>>, Cell> byAnswers = consents.computeIfAbsent(customer.now(), now -> {
            Map<List<List<String>>, Cell> cells = new HashMap<>();
            for (Cell cell : axes.get(Fact.of(Fact.Kind.CONSENT))) {
                List<Source> sources = drawn(cell, now, day).consents();
                cells.putIfAbsent(
                        cuts.asked().stream()
                                .map(asked -> customer.answers(asked, sources))
                                .toList(),
                        cell);
            }
            return cells;
        });
        Cell cell = byAnswers.get(cuts.asked().stream().map(customer::answers).toList());
        if (cell == null) {
            throw new AssertionError("a customer is in no cell of consents");
        }
        return cell;
    }
}
