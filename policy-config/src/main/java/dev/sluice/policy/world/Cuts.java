package dev.sluice.policy.world;

import dev.sluice.policy.compile.AskedConsent;
import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.condition.FactCuts;
import dev.sluice.policy.condition.FactTest;
import dev.sluice.policy.condition.Term;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.vocabulary.Region;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All bounds and sets that some conditions mention, by the fact that they cut. */
final class Cuts implements FactCuts {

    final SortedSet<Integer> ages = new TreeSet<>();
    final Set<AgeTable> tables = new TreeSet<>();
    final Set<Set<String>> countries = new LinkedHashSet<>();
    final Set<String> regions = new TreeSet<>();
    final Set<Set<String>> states = new LinkedHashSet<>();
    final Set<String> languages = new TreeSet<>();
    final Set<String> callerRoles = new TreeSet<>();
    final Map<String, List<FactTest>> recordFacts = new TreeMap<>();
    final SortedSet<LocalDate> firstDays = new TreeSet<>();
    final SortedSet<LocalDate> days = new TreeSet<>();
    final Map<String, Set<FactValue>> values = new TreeMap<>();
    final Map<String, SortedSet<BigDecimal>> bounds = new TreeMap<>();
    final Map<String, AskedConsent> consents = new LinkedHashMap<>();
    boolean gender;
    boolean partner;
    boolean identity;

    void add(GateQuestion question) {
        question.conditions().forEach(this::add);
        question.consents().forEach(consent -> consents.put(consent.words(), consent));
        days.addAll(question.lastDays());
        identity |= question.identity();
    }

    /** Consents are cut by the questions that ask for them. */
    private void add(Condition condition) {
        condition.parts().forEach(this::add);
        if (condition instanceof Condition.Leaf) {
            Term.of(condition).cut(this);
        }
    }

    @Override
    public void age(int years) {
        ages.add(years);
    }

    @Override
    public void age(AgeTable table) {
        tables.add(table);
    }

    @Override
    public void gender() {
        gender = true;
    }

    @Override
    public void language(String primary) {
        languages.add(primary);
    }

    @Override
    public void countries(Set<String> codes) {
        countries.add(codes);
    }

    @Override
    public void states(Set<String> codes) {
        states.add(codes);
    }

    @Override
    public void region(String name) {
        regions.add(name);
    }

    @Override
    public void attribute(String name, FactTest test) {
        test.bound()
                .ifPresent(bound ->
                        bounds.computeIfAbsent(name, key -> new TreeSet<>()).add(bound));
        if (test.bound().isEmpty()) {
            values.computeIfAbsent(name, key -> new LinkedHashSet<>()).addAll(test.values());
        }
    }

    @Override
    public void fact(String name, FactTest test) {
        recordFacts.computeIfAbsent(name, key -> new ArrayList<>()).add(test);
    }

    @Override
    public void callerRole(String name) {
        callerRoles.add(name);
    }

    @Override
    public void firstDay(LocalDate day) {
        firstDays.add(day);
    }

    @Override
    public void lastDay(LocalDate day) {
        days.add(day);
    }

    @Override
    public void partnerDays() {
        partner = true;
    }

    /** The facts that are cut. */
    Set<Fact> facts() {
        Set<Fact> facts = new LinkedHashSet<>();
        note(facts, identity, Fact.Kind.KNOWN);
        note(facts, !countries.isEmpty() || !tables.isEmpty() || !regions.isEmpty(), Fact.Kind.COUNTRY);
        note(facts, !states.isEmpty() || !regions.isEmpty(), Fact.Kind.STATE);
        note(facts, !ages.isEmpty() || !tables.isEmpty(), Fact.Kind.AGE);
        note(facts, gender, Fact.Kind.GENDER);
        note(facts, !languages.isEmpty(), Fact.Kind.LANGUAGE);
        Set<String> attributes = new TreeSet<>(values.keySet());
        attributes.addAll(bounds.keySet());
        attributes.forEach(name -> facts.add(new Fact(Fact.Kind.ATTRIBUTE, name)));
        recordFacts.keySet().forEach(name -> facts.add(new Fact(Fact.Kind.RECORD_FACT, name)));
        note(facts, !consents.isEmpty(), Fact.Kind.CONSENT);
        note(facts, !callerRoles.isEmpty(), Fact.Kind.CALLER_ROLES);
        note(facts, dated(), Fact.Kind.DAY);
        return facts;
    }

    /** The regions that are asked for, as each plan knows them. */
    List<Region> regions(List<PlanView> views) {
        return views.stream()
                .map(PlanView::regions)
                .distinct()
                .flatMap(law -> regions.stream().flatMap(name -> law.find(name).stream()))
                .toList();
    }

    /** Whether some answer may be another on another day. */
    private boolean dated() {
        return !days.isEmpty() || !firstDays.isEmpty() || !tables.isEmpty() || !regions.isEmpty() || partner;
    }

    List<AskedConsent> asked() {
        return new ArrayList<>(consents.values());
    }

    private static void note(Set<Fact> facts, boolean cut, Fact.Kind kind) {
        if (cut) {
            facts.add(Fact.of(kind));
        }
    }

    /** The facts that one condition asks for, consents apart. */
    static Set<Fact> factsOf(Condition leaf) {
        Cuts cuts = new Cuts();
        cuts.add(leaf);
        return cuts.facts();
    }
}
