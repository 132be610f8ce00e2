package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.evaluate.GateReach;
import dev.sluice.policy.evaluate.Outcomes;
import dev.sluice.policy.field.FieldDecision;
import dev.sluice.policy.field.RecordVerdict;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.world.TooManyWorldsException;
import dev.sluice.policy.world.Worlds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.statistics.Statistics;

/** B15: what is enumerated is all that there can be. */
class WorldsHoldCustomersTest {

    /** More make the test slow, and are joined as these are. */
    private static final int MOST_CONSENTS = 5;

    private final Worlds.Memory memory = new Worlds.Memory();

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    @Label("B15: whatever leaves of a customer at a place leaves in some world, in the same form")
    void worldsHoldEveryCustomer(@ForAll long seed) {
        // Given
        RandomBundles random = new RandomBundles(seed);
        BundlePlans plans = BundleCompiler.plans(random.bundle(), new ThrowawayKeys(), new Problems())
                .orElseThrow();
        PlanView view = plans.outline(plans.bundle().partners().get(0), RandomBundles.PURPOSE, "shop", false)
                .view();
        Map<Integer, Set<Integer>> inWorlds = new HashMap<>();

        for (int k = 0; k < 20; k++) {
            // When
            Map<String, Object> document = random.document();
            Disclosure disclosure = plans.decisions(new PolicyVersion("0".repeat(64), "0".repeat(64)))
                    .open(new DisclosureRequest(
                            "mailwerk",
                            RandomBundles.PURPOSE,
                            "shop",
                            Bundles.NOW,
                            random.callerRoles(),
                            random.known()));
            RecordVerdict[] verdicts = TreeEngine.verdicts(disclosure, document);

            // Then
            List<Integer> types = recordTypes(document);
            for (int record = 0; record < verdicts.length; record++) {
                for (PlanView.FieldView field : view.fields()) {
                    if (field.recordType() == types.get(record) && asked(verdicts[record], field, disclosure)) {
                        Set<Integer> levels = inWorlds.computeIfAbsent(field.fieldClass(), one -> levels(view, field));
                        Statistics.collect(levels.isEmpty() ? "too many worlds" : "looked at");
                        if (!levels.isEmpty()) {
                            assertThat(levels)
                                    .contains(Strictness.of(verdicts[record].decisions(), field.fieldClass()));
                        }
                    }
                }
            }
        }
        Statistics.coverage(coverage -> coverage.check("looked at").percentage(share -> share > 50));
    }

    /** Whether the rules were asked at all. */
    private static boolean asked(RecordVerdict verdict, PlanView.FieldView field, Disclosure disclosure) {
        if (!(verdict.decisions().at(field.fieldClass()) instanceof FieldDecision.Withhold withhold)) {
            return true;
        }
        Reason.Cause cause = disclosure.reason(withhold.reason()).cause();
        return cause != Reason.Cause.UNUSABLE_ID && cause != Reason.Cause.ENCLOSING_WITHHELD;
    }

    /** How strictly worlds decide a place, nothing if there are too many. */
    private Set<Integer> levels(PlanView view, PlanView.FieldView field) {
        BitSet reached = GateReach.of(view.plan(), field.fieldClass());
        List<Integer> gates = reached.stream().boxed().toList();
        List<GateQuestion> questions =
                gates.stream().map(gate -> view.gates().get(gate)).toList();
        long consents = questions.stream()
                .flatMap(question -> question.consents().stream())
                .map(AskedConsent::words)
                .distinct()
                .count();
        if (consents > MOST_CONSENTS) {
            return Set.of();
        }
        Outcomes outcomes = new Outcomes(view.plan());
        Set<Integer> levels = new HashSet<>();
        Set<BitSet> seen = new HashSet<>();
        try {
            Worlds worlds = Worlds.of(view, questions, Bundles.NOW, memory);
            do {
                BitSet open = new BitSet();
                for (int k = 0; k < gates.size(); k++) {
                    open.set(gates.get(k), worlds.open(k));
                }
                if (seen.add(open)) {
                    long[] vector = Arrays.copyOf(
                            open.toLongArray(),
                            Outcomes.words(view.plan().gates().size()));
                    levels.add(Strictness.of(outcomes.decide(field.recordType(), vector), field.fieldClass()));
                }
            } while (worlds.next());
        } catch (TooManyWorldsException e) {
            return Set.of();
        }
        return levels;
    }

    private static List<Integer> recordTypes(Map<String, Object> document) {
        List<Integer> types = new ArrayList<>();
        for (Object record : (List<?>) document.get("c")) {
            types.add(0);
            if (((Map<?, ?>) record).get("n") instanceof List<?> nested) {
                nested.forEach(one -> types.add(1));
            }
        }
        return types;
    }
}
