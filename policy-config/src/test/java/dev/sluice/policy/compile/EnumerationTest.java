package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.compile.DirectEvaluator.Decided;
import dev.sluice.policy.compile.DirectEvaluator.Fate;
import dev.sluice.policy.decision.KnownCustomers;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.evaluate.GateReach;
import dev.sluice.policy.evaluate.Outcomes;
import dev.sluice.policy.field.FieldDecision;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.world.CustomerWorld;
import dev.sluice.policy.world.TooManyWorldsException;
import dev.sluice.policy.world.Worlds;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** B15: what is enumerated is all that there can be, and comes out as it does for a customer. */
class EnumerationTest {

    /** More make the test slow, and are joined as these are. */
    private static final int MOST_CONSENTS = 5;

    private static final int DOCUMENTS = 20;

    /** When bundles are loaded, and days later, past some last days and changes of the law. */
    private static final List<Instant> INSTANTS = List.of(
            Bundles.NOW,
            Bundles.NOW,
            Bundles.NOW,
            Instant.parse("2026-06-16T23:00:00Z"),
            Instant.parse("2027-03-01T01:00:00Z"));

    private static final List<Object> SAMPLES =
            List.of("abcd", "", "1990-05-01", "2008-06-16", new TinyJson.Number("12.50"), true);

    private final Worlds.Memory memory = new Worlds.Memory();
    private final Map<List<Object>, List<String>> known = new HashMap<>();

    /** The questions on which a class of places rests, and the combinations of answers that some world has. */
    private record Enumerated(List<Integer> gates, CustomerWorld cells, Set<BitSet> vectors) {}

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    @Label(
            "B15: each customer lives in one of the worlds, and every place comes out there as the direct evaluator says")
    void enumerationAgreesWithEvaluation(@ForAll long seed) {
        // Given
        RandomBundles random = new RandomBundles(seed);
        Bundle bundle = random.bundle();
        BundlePlans plans = BundleCompiler.plans(bundle, new ThrowawayKeys(), new Problems())
                .orElseThrow();
        PlanView view = plans.outline(bundle.partners().get(0), RandomBundles.PURPOSE, "shop", false)
                .view();
        Map<String, PlanView.FieldView> fields = view.fields().stream()
                .collect(Collectors.toMap(PlanView.FieldView::path, field -> field, (one, other) -> one));
        Map<Integer, Enumerated> enumerated = new HashMap<>();
        Outcomes outcomes = new Outcomes(view.plan());
        known.clear();

        for (int k = 0; k < DOCUMENTS; k++) {
            // When
            Instant now = random.pick(INSTANTS);
            Set<String> callerRoles = random.callerRoles();
            KnownCustomers onRecord = random.known();
            List<Decided> decided = new DirectEvaluator(bundle, RandomBundles.PURPOSE, now)
                    .askedBy(callerRoles)
                    .knowing(onRecord)
                    .decided(random.document());

            // Then
            for (Decided one : decided) {
                Map<Integer, FieldDecision> inWorld = new HashMap<>();
                one.places().forEach((place, fate) -> {
                    PlanView.FieldView field = fields.get(place);
                    if (field == null) {
                        assertThat(told(fate)).as(place).isEqualTo(told(value -> DirectPerson.NOTHING));
                        return;
                    }
                    Enumerated worlds =
                            enumerated.computeIfAbsent(field.fieldClass(), key -> enumerate(view, field.fieldClass()));
                    Statistics.collect(worlds.cells() == null ? "too many worlds" : "looked at");
                    if (worlds.cells() != null) {
                        FieldDecision decision = inWorld.computeIfAbsent(
                                field.fieldClass(), key -> decision(worlds, field, one, outcomes));
                        assertThat(told(decision, one)).as(place).isEqualTo(told(fate));
                    }
                });
            }
        }
        Statistics.coverage(coverage -> coverage.check("looked at").percentage(share -> share > 50));
    }

    /** What becomes of a class of places in a customer's world, which must be among those that are walked. */
    private static FieldDecision decision(
            Enumerated worlds, PlanView.FieldView field, Decided customer, Outcomes outcomes) {
        BitSet answers = worlds.cells().open(new DirectCustomer(customer.customer()));
        assertThat(worlds.vectors()).contains(answers);
        BitSet open = new BitSet();
        answers.stream().forEach(question -> open.set(worlds.gates().get(question)));
        return outcomes.decide(field.recordType(), outcomes.vector(open)).at(field.fieldClass());
    }

    /** What is left of some values. */
    private static List<String> told(Fate fate) {
        return SAMPLES.stream().map(value -> text(fate.of(value))).toList();
    }

    private static String text(Object left) {
        return left == DirectPerson.NOTHING ? "nothing" : TinyJson.write(left);
    }

    /** An envelope is costly to make, so what a form leaves is remembered. */
    private List<String> told(FieldDecision decision, Decided customer) {
        if (!(decision instanceof FieldDecision.Share share)) {
            return told(value -> DirectPerson.NOTHING);
        }
        RecordContext context = customer.customer().context();
        return known.computeIfAbsent(
                Arrays.asList(share.form(), context.country(), context.instant()),
                key -> told(value -> applied(share.form(), value, context)));
    }

    private static Object applied(Form form, Object value, RecordContext context) {
        Scalar scalar = DirectEvaluator.scalar(value);
        Scalar left = form.apply(scalar, context);
        return left == null ? DirectPerson.NOTHING : left == scalar ? value : Envelopes.opened(left.text());
    }

    /** Walks all worlds that the gates of a class of places tell apart. */
    private Enumerated enumerate(PlanView view, int fieldClass) {
        List<Integer> gates =
                GateReach.of(view.plan(), fieldClass).stream().boxed().toList();
        List<GateQuestion> questions =
                gates.stream().map(gate -> view.gates().get(gate)).toList();
        long asked = questions.stream()
                .flatMap(question -> question.consents().stream())
                .map(AskedConsent::words)
                .distinct()
                .count();
        Set<BitSet> vectors = new HashSet<>();
        try {
            if (asked > MOST_CONSENTS) {
                return new Enumerated(gates, null, vectors);
            }
            Worlds worlds = Worlds.of(view, questions, Bundles.NOW, memory);
            do {
                BitSet open = new BitSet();
                for (int k = 0; k < gates.size(); k++) {
                    open.set(k, worlds.open(k));
                }
                vectors.add(open);
            } while (worlds.next());
            return new Enumerated(gates, new CustomerWorld(view, questions, Bundles.NOW, memory), vectors);
        } catch (TooManyWorldsException e) {
            return new Enumerated(gates, null, vectors);
        }
    }
}
