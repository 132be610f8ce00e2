package dev.sluice.policy.world;

import dev.sluice.policy.compile.AskedConsent;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.evaluate.ConsentStates;
import dev.sluice.policy.evaluate.Moment;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.model.FactValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes the cells of facts out of what cuts them. Every value that a fact can have lies in one of its cells. */
final class Cells {

    private static final int STATES = 10_000;

    private final List<PlanView> views;
    private final PlanView view;
    private final Instant now;
    private final Worlds.Memory memory;

    /**
     * @param views the plans that ask, all for one partner; each reads the facts as the others do
     * @param memory those that were made before
     */
    Cells(List<PlanView> views, Instant now, Worlds.Memory memory) {
        this.views = views;
        this.view = views.get(0);
        this.now = now;
        this.memory = memory;
    }

    List<Cell> of(Fact fact, Cuts cuts) throws TooManyWorldsException {
        return switch (fact.kind()) {
            case KNOWN ->
                List.of(Cell.of("known to the shop", sketch -> sketch.known()), Cell.of("a guest", sketch -> {}));
            case COUNTRY -> places(fact, cuts, CountryCells::of);
            case AGE -> AgeCells.of(cuts, days(cuts), views);
            case STATE -> places(fact, cuts, StateCells::of);
            case GENDER -> genders();
            case LANGUAGE -> languages(cuts);
            case RECORD_FACT ->
                RecordFactCells.of(fact.name(), cuts.recordFacts.getOrDefault(fact.name(), List.of()), view);
            case CALLER_ROLES -> callerRoles(cuts);
            case ATTRIBUTE -> attribute(fact.name(), cuts);
            case CONSENT -> consents(cuts.asked());
            case DAY -> time(cuts);
        };
    }

    /** Makes cells out of all countries or states. */
    private interface Places {
        List<Cell> of(Cuts cuts, List<LocalDate> days, List<PlanView> views);
    }

    private List<Cell> places(Fact fact, Cuts cuts, Places how) {
        List<LocalDate> days = days(cuts);
        List<Object> key = new ArrayList<>(List.of(fact, days));
        key.addAll(List.of(Set.copyOf(cuts.countries), Set.copyOf(cuts.states)));
        key.addAll(List.of(Set.copyOf(cuts.tables), Set.copyOf(cuts.regions)));
        views.forEach(one -> key.addAll(List.of(one.ages(), one.regions())));
        return memory.places.computeIfAbsent(key, made -> how.of(cuts, days, views));
    }

    private static List<Cell> genders() {
        List<Cell> cells = new ArrayList<>();
        for (String word : List.of("female", "male", "other")) {
            cells.add(Cell.of("of gender `" + word + "`", sketch -> sketch.gender(word)));
        }
        cells.add(Cell.of("of unknown gender", sketch -> {}));
        return cells;
    }

    private static List<Cell> languages(Cuts cuts) {
        List<Cell> cells = new ArrayList<>();
        for (String word : cuts.languages) {
            cells.add(Cell.of("who speaks `" + word + "`", sketch -> sketch.language(word)));
        }
        List<String> others = List.of("en", "de", "fr", "es", "it", "ja", "pl", "nl", "sv", "zh");
        others.stream()
                .filter(word -> !cuts.languages.contains(word))
                .findFirst()
                .ifPresent(word -> cells.add(Cell.of("who speaks another language", sketch -> sketch.language(word))));
        cells.add(Cell.of("of unknown language", sketch -> {}));
        return cells;
    }

    private static List<Cell> callerRoles(Cuts cuts) throws TooManyWorldsException {
        List<String> named = List.copyOf(cuts.callerRoles);
        if (named.size() > 10) {
            throw new TooManyWorldsException("roles of who asks (more than 2^10 combinations)");
        }
        List<Cell> cells = new ArrayList<>();
        for (int some = 0; some < 1 << named.size(); some++) {
            Set<String> roles = new TreeSet<>();
            for (int k = 0; k < named.size(); k++) {
                if ((some & 1 << k) != 0) {
                    roles.add(named.get(k));
                }
            }
            String words =
                    roles.isEmpty() ? "asked for by somebody of another role" : "asked for by somebody of " + roles;
            cells.add(new Cell(words, null, roles, null, (one, sketch) -> {}));
        }
        cells.add(Cell.of("asked for by somebody of unknown role", sketch -> {}));
        return cells;
    }

    private List<Cell> attribute(String name, Cuts cuts) {
        List<Cell> cells = new ArrayList<>();
        if (view.attribute(name) >= 0) {
            Set<BigDecimal> numbers = new TreeSet<>(cuts.bounds.getOrDefault(name, new TreeSet<>()));
            for (FactValue value : cuts.values.getOrDefault(name, Set.of())) {
                if (value.kind() == FactValue.Kind.NUMBER) {
                    numbers.add(new BigDecimal(value.text()));
                } else {
                    cells.add(cell(name, scalar(value)));
                }
            }
            between(numbers).forEach(number -> cells.add(cell(name, Scalar.number(number.toPlainString()))));
            cells.add(Cell.of(
                    "whose `" + name + "` is another text",
                    (one, sketch) -> sketch.attribute(one.attribute(name), Scalar.string("\u0000another"))));
            for (String word : List.of("true", "false")) {
                cells.add(cell(name, new Scalar(Scalar.Kind.BOOLEAN, word)));
            }
        }
        cells.add(Cell.of("whose `" + name + "` is unknown", sketch -> {}));
        return cells;
    }

    /** These numbers, one between each two of them, and one on either side. */
    static Set<BigDecimal> between(Set<BigDecimal> numbers) {
        Set<BigDecimal> all = new TreeSet<>(numbers);
        BigDecimal before = null;
        for (BigDecimal number : numbers) {
            all.add(before == null ? number.subtract(BigDecimal.ONE) : middle(before, number));
            before = number;
        }
        all.add(before == null ? BigDecimal.ZERO : before.add(BigDecimal.ONE));
        return all;
    }

    private static BigDecimal middle(BigDecimal one, BigDecimal other) {
        return one.add(other).divide(BigDecimal.valueOf(2));
    }

    private static Cell cell(String name, Scalar value) {
        return Cell.of(
                "whose `" + name + "` is `" + value.text() + "`",
                (one, sketch) -> sketch.attribute(one.attribute(name), value));
    }

    private static Scalar scalar(FactValue value) {
        return value.kind() == FactValue.Kind.BOOLEAN
                ? new Scalar(Scalar.Kind.BOOLEAN, value.text())
                : Scalar.string(value.text());
    }

    private List<Cell> consents(List<AskedConsent> asked) throws TooManyWorldsException {
        List<String> key = new ArrayList<>(List.of(view.partner()));
        asked.forEach(one -> key.add(one.words()));
        List<Cell> known = memory.consents.get(key);
        if (known != null) {
            return known;
        }
        if (asked.size() > ConsentStates.MOST_QUESTIONS) {
            throw new TooManyWorldsException("more than " + ConsentStates.MOST_QUESTIONS + " consents");
        }
        List<ConsentStates.State> states = ConsentStates.of(
                asked.stream().map(AskedConsent::question).toList(),
                ConsentTopics.of(asked, view.partner()),
                STATES,
                new Moment(now, view.ages(), null));
        if (states.size() > STATES) {
            throw new TooManyWorldsException("more than " + STATES + " combinations of " + asked.size() + " consents");
        }
        List<Cell> cells = new ArrayList<>();
        states.forEach(state -> cells.add(Cell.of(words(asked, state), sketch -> sketch.consents(state.entries()))));
        memory.consents.put(key, cells);
        return cells;
    }

    /** What was never asked is left unsaid, where something was. */
    private static String words(List<AskedConsent> asked, ConsentStates.State state) {
        List<String> clauses = new ArrayList<>();
        for (int k = 0; k < asked.size(); k++) {
            String what = asked.get(k).words();
            switch (state.answers().get(k)) {
                case AGREED -> clauses.add("agreed to " + what);
                case UNCLEAR -> clauses.add("gave no clear answer about " + what);
                case REFUSED -> clauses.add("refused " + what);
                case NEVER_ASKED -> {}
            }
        }
        return clauses.isEmpty() ? "who was never asked for a consent" : "who " + String.join(", ", clauses);
    }

    private List<Cell> time(Cuts cuts) {
        List<Cell> cells = new ArrayList<>();
        List<LocalDate> days = days(cuts);
        for (int k = 0; k < days.size(); k++) {
            LocalDate day = days.get(k);
            Instant instant = k == 0 ? now : day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
            LocalDate last = k + 1 < days.size() ? days.get(k + 1).minusDays(1) : null;
            cells.add(new Cell(
                    k == 0 ? "now" : "from " + day + " on",
                    new Cell.Days(instant, last),
                    null,
                    null,
                    (one, sketch) -> {}));
        }
        return cells;
    }

    /** The day of loading, and every day from which on something is another. */
    private List<LocalDate> days(Cuts cuts) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        SortedSet<LocalDate> later = new TreeSet<>(cuts.firstDays);
        cuts.days.forEach(day -> later.add(day.plusDays(1)));
        for (PlanView one : views) {
            cuts.tables.forEach(table -> later.addAll(one.ages().changes(table)));
            cuts.regions.forEach(name -> one.regions().find(name).ifPresent(region -> later.addAll(region.changes())));
            later.addAll(cuts.partner ? one.partnerDays() : Set.of());
        }
        List<LocalDate> days = new ArrayList<>(List.of(today));
        later.stream().filter(day -> day.isAfter(today)).forEach(days::add);
        return days;
    }
}
