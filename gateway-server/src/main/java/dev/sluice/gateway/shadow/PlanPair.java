package dev.sluice.gateway.shadow;

import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.Form;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The plans of both bundles for one partner, purpose and catalog. Each pair of outcomes is compared once and remembered,
 * within a bound. Safe for threads.
 */
final class PlanPair {

    private static final int MOST_REMEMBERED = 4096;

    private final DisclosureRequest request;
    private final FieldPlan live;
    private final List<List<String>> categories;
    private final @Nullable Other other;
    private final ShadowReport report;
    private final Map<Outcomes, Comparison> remembered = new ConcurrentHashMap<>();

    /**
     * The candidate's side.
     *
     * @param categories by node of its tree
     */
    record Other(FieldPlan plan, List<List<String>> categories, TreeMatch match) {}

    /** @param categories by node of the live plan's tree @param other null where the candidate shares nothing at all */
    PlanPair(
            DisclosureRequest request,
            FieldPlan live,
            List<List<String>> categories,
            @Nullable Other other,
            ShadowReport report) {
        this.request = request;
        this.live = live;
        this.categories = categories;
        this.other = other;
        this.report = report;
    }

    @Nullable Other other() {
        return other;
    }

    /** Two outcomes, told apart by identity. */
    private static final class Outcomes {

        private final int recordType;
        private final int start;
        private final FieldDecisions one;
        private final @Nullable FieldDecisions two;

        Outcomes(int recordType, int start, FieldDecisions one, @Nullable FieldDecisions two) {
            this.recordType = recordType;
            this.start = start;
            this.one = one;
            this.two = two;
        }

        @Override
        @SuppressWarnings("ReferenceEquality")
        public boolean equals(Object object) {
            return object instanceof Outcomes outcomes
                    && outcomes.recordType == recordType
                    && outcomes.start == start
                    && outcomes.one == one
                    && outcomes.two == two;
        }

        @Override
        public int hashCode() {
            int outcomes = System.identityHashCode(one) + 31 * System.identityHashCode(two);
            return recordType + 31 * (start + 31 * outcomes);
        }
    }

    /**
     * What two outcomes differ in.
     *
     * @param start the node of the live tree at which the record begins, or {@link FieldTree#NONE}
     */
    Comparison compare(int recordType, int start, FieldDecisions one, @Nullable FieldDecisions two) {
        Outcomes key = new Outcomes(recordType, start, one, two);
        Comparison known = remembered.get(key);
        if (known == null) {
            if (remembered.size() >= MOST_REMEMBERED) {
                remembered.clear();
            }
            known = remembered.computeIfAbsent(key, k -> new Comparison(differences(key), report));
        }
        return known;
    }

    private List<Difference> differences(Outcomes outcomes) {
        FieldDecisions two = outcomes.two;
        List<Difference> differences = new ArrayList<>();
        BitSet elsewhere = Elsewhere.of(live.tree(), outcomes.start);
        for (FieldNode node : live.tree().nodes()) {
            if (node.recordType() != outcomes.recordType || !node.scalar() || elsewhere.get(node.index())) {
                continue;
            }
            Form now = outcomes.one.form(live.valueClass(node.index()));
            int counterpart = other == null ? FieldTree.NONE : other.match().node(node);
            Form then = other == null || two == null || counterpart == FieldTree.NONE
                    ? null
                    : two.form(other.plan().valueClass(counterpart));
            add(differences, categories.get(node.index()), node.pattern(), now, then);
        }
        if (other != null && two != null && !other.match().same()) {
            addUnknownToLive(other, outcomes, two, differences);
        }
        return differences;
    }

    /** Places that only the candidate's catalog gives a category. */
    private void addUnknownToLive(Other side, Outcomes outcomes, FieldDecisions two, List<Difference> differences) {
        int recordType = outcomes.recordType;
        int start = outcomes.start == FieldTree.NONE
                ? FieldTree.NONE
                : side.match().node(live.tree().node(outcomes.start));
        BitSet elsewhere = Elsewhere.of(side.plan().tree(), start);
        for (FieldNode node : side.plan().tree().nodes()) {
            boolean unknown = live.tree().nodes().stream()
                    .noneMatch(own -> own.scalar()
                            && own.recordType() == recordType
                            && own.pattern().equals(node.pattern()));
            boolean here = node.recordType() == side.match().type(recordType) && !elsewhere.get(node.index());
            if (node.scalar() && here && unknown) {
                Form then = two.form(side.plan().valueClass(node.index()));
                add(differences, side.categories().get(node.index()), node.pattern(), null, then);
            }
        }
    }

    private void add(
            List<Difference> differences,
            List<String> categories,
            String path,
            @Nullable Form now,
            @Nullable Form then) {
        boolean same = now == null || then == null ? now == then : FormProbe.same(now, then);
        if (same) {
            return;
        }
        for (String category : categories.isEmpty() ? List.of("-") : categories) {
            differences.add(new Difference(
                    request.partner(),
                    request.purpose(),
                    request.catalog(),
                    category,
                    path,
                    now == null ? null : now.name(),
                    then == null ? null : then.name()));
        }
    }
}
