package dev.sluice.gateway.edge;

import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.decision.RuleMap;
import dev.sluice.policy.field.FieldDecision;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordBatch;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.RecordVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A decision point for tests of the edge: records at {@code $.customers[*]}, or {@code $.customer} in the
 * catalog of that name, of which the e-mail address
 * leaves if {@code ok} is true, else nothing; and {@code $.next} outside records.
 */
final class OpenBook implements DecisionPoint {

    private static final int NONE = FieldTree.NONE;
    private static final int NEVER = 0;
    private static final int EMAIL = 1;
    private static final int DOCUMENT = 2;
    private static final PolicyVersion VERSION = new PolicyVersion("0123456789abcdef", "fedcba9876543210");

    private final FieldPlan many = new FieldPlan(
            new FieldTree("customers", many(), List.of(1, 0)),
            new int[] {NEVER, NEVER, NEVER, EMAIL, NEVER, DOCUMENT},
            new int[] {DOCUMENT, NEVER, EMAIL, EMAIL, NEVER, DOCUMENT},
            new boolean[3]);
    private final FieldPlan one = new FieldPlan(
            new FieldTree("customer", one(), List.of(1, 0)),
            new int[] {NEVER, NEVER, EMAIL, NEVER},
            new int[] {NEVER, EMAIL, EMAIL, NEVER},
            new boolean[3]);
    private final FieldDecisions open = decisions(true, true, false);
    private final FieldDecisions shut = decisions(false, false, false);
    private final FieldDecisions outside = decisions(true, false, true);

    private static List<FieldNode> many() {
        return List.of(
                container(0, "$", NONE, NONE, Map.of("customers", 1, "next", 5), NONE),
                container(1, "$.customers", NONE, NONE, Map.of(), 2),
                container(2, "$.customers[*]", 0, 0, Map.of("email", 3, "ok", 4), NONE),
                leaf(3, "$.customers[*].email", 0, List.of()),
                leaf(4, "$.customers[*].ok", 0, List.of(0)),
                leaf(5, "$.next", NONE, List.of()));
    }

    private static List<FieldNode> one() {
        return List.of(
                container(0, "$", NONE, NONE, Map.of("customer", 1), NONE),
                container(1, "$.customer", 0, 0, Map.of("email", 2, "ok", 3), NONE),
                leaf(2, "$.customer.email", 0, List.of()),
                leaf(3, "$.customer.ok", 0, List.of(0)));
    }

    private static FieldNode container(
            int index, String pattern, int type, int starts, Map<String, Integer> members, int element) {
        boolean leads = starts == NONE;
        return new FieldNode(
                index, pattern, type, starts, leads, false, NONE, List.of(), List.of(), members, NONE, Map.of(),
                element, List.of());
    }

    private static FieldNode leaf(int index, String pattern, int type, List<Integer> facts) {
        return new FieldNode(
                index, pattern, type, NONE, false, true, NONE, facts, List.of(), Map.of(), NONE, Map.of(), NONE,
                List.of());
    }

    private static FieldDecisions decisions(boolean leaves, boolean email, boolean document) {
        return new FieldDecisions(
                leaves, leaves ? 0 : 1, List.of(decision(false), decision(email), decision(document)));
    }

    private static FieldDecision decision(boolean shared) {
        return shared ? new FieldDecision.Share(Form.AS_IS, 0) : new FieldDecision.Withhold(1);
    }

    @Override
    public PolicyVersion version() {
        return VERSION;
    }

    @Override
    public Disclosure open(DisclosureRequest request) {
        RecordContext context = new RecordContext(request.instant(), request.partner(), null, null);
        return new Disclosure() {
            @Override
            public PolicyVersion version() {
                return VERSION;
            }

            @Override
            public FieldPlan plan() {
                return request.catalog().equals("customer") ? one : many;
            }

            @Override
            public FieldDecisions document() {
                return outside;
            }

            @Override
            public RecordContext documentContext() {
                return context;
            }

            @Override
            public RecordVerdict[] decide(RecordBatch batch) {
                RecordVerdict[] verdicts = new RecordVerdict[batch.size()];
                for (int k = 0; k < verdicts.length; k++) {
                    RecordFacts facts = batch.record(k);
                    int ok = facts.first(0);
                    boolean agreed = ok != RecordFacts.NONE && facts.kind(ok) == RecordFacts.Kind.TRUE;
                    verdicts[k] = new RecordVerdict(agreed ? open : shut, context);
                }
                return verdicts;
            }

            @Override
            public Reason reason(int index) {
                Reason.Cause cause = index == 0 ? Reason.Cause.SHARED : Reason.Cause.NOT_SHARED;
                return new Reason(cause, null, null);
            }
        };
    }

    @Override
    public TracedDisclosure openTraced(DisclosureRequest request) {
        throw new UnsupportedOperationException("no rules to trace");
    }

    @Override
    public List<List<String>> categories(String catalog) {
        throw new UnsupportedOperationException("nobody compares an open book");
    }

    @Override
    public RuleMap rules(String partner, String purpose, String catalog) {
        return new RuleMap(List.of(), List.of());
    }

    @Override
    public Disclosure openDetailed(DisclosureRequest request) {
        return open(request);
    }

    @Override
    public String toString() {
        return "OpenBook at " + Instant.EPOCH;
    }
}
