package dev.sluice.gateway.shadow;

import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.decision.RuleMap;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The live bundle's decisions, each exchange of which something else decides too. */
final class ShadowedDecisions implements DecisionPoint {

    private static final Logger LOG = LoggerFactory.getLogger(ShadowedDecisions.class);

    private final DecisionPoint live;
    private final Beside beside;
    private final ShadowReport report;
    private final InstantSource clock;
    private final Map<Subject, PlanPair> pairs = new ConcurrentHashMap<>();

    /** What plans are made for. */
    private record Subject(String partner, String purpose, String catalog) {}

    ShadowedDecisions(DecisionPoint live, Beside beside, ShadowReport report, InstantSource clock) {
        this.live = live;
        this.beside = beside;
        this.report = report;
        this.clock = clock;
    }

    @Override
    public PolicyVersion version() {
        return live.version();
    }

    @Override
    public Disclosure openDetailed(DisclosureRequest request) {
        return live.openDetailed(request);
    }

    @Override
    public TracedDisclosure openTraced(DisclosureRequest request) {
        return live.openTraced(request);
    }

    @Override
    public RuleMap rules(String partner, String purpose, String catalog) {
        return live.rules(partner, purpose, catalog);
    }

    @Override
    public List<List<String>> categories(String catalog) {
        return live.categories(catalog);
    }

    @Override
    public Optional<Disclosure> openShadow(DisclosureRequest request) {
        return live.openShadow(request);
    }

    @Override
    public Disclosure open(DisclosureRequest request) {
        Disclosure own = live.open(request);
        try {
            Optional<Beside.Side> side = beside.open(request);
            if (side.isEmpty()) {
                return own;
            }
            Disclosure other = side.get().disclosure();
            Subject subject = new Subject(request.partner(), request.purpose(), request.catalog());
            PlanPair pair = pairs.computeIfAbsent(subject, s -> pair(request, own, other));
            return new ShadowedDisclosure(own, other, pair, report, clock);
        } catch (RuntimeException e) {
            LOG.error(
                    "what stands beside the live bundle cannot be asked: {}",
                    e.getClass().getName());
            return own;
        }
    }

    private PlanPair pair(DisclosureRequest request, Disclosure own, @Nullable Disclosure other) {
        List<List<String>> categories = live.categories(request.catalog());
        if (other == null) {
            return new PlanPair(request, own.plan(), categories, null, report);
        }
        TreeMatch match = new TreeMatch(own.plan().tree(), other.plan().tree());
        report.unread(request.catalog(), match.unread());
        PlanPair.Other side = new PlanPair.Other(other.plan(), beside.categories(request.catalog()), match);
        return new PlanPair(request, own.plan(), categories, side, report);
    }
}
