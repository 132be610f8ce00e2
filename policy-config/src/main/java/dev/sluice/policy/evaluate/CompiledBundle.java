package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.decision.RuleMap;
import dev.sluice.policy.decision.UnknownSubjectException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A bundle ready to decide. Plans are made when they are first asked for; a bundle that has one which cannot be made
 * is refused.
 */
public final class CompiledBundle implements DecisionPoint {

    private final PolicyVersion version;
    private final Plans plans;
    private final Function<String, List<List<String>>> categories;
    private final Map<PlanKey, PlanInForce> inForce = new ConcurrentHashMap<>();

    /** @param categories of a catalog, by node; throws {@link UnknownSubjectException} if there is no such catalog */
    public CompiledBundle(PolicyVersion version, Plans plans, Function<String, List<List<String>>> categories) {
        this.version = version;
        this.plans = plans;
        this.categories = categories;
    }

    /** Makes plans. Safe for threads. */
    @FunctionalInterface
    public interface Plans {

        /** @throws UnknownSubjectException if the bundle has no such partner, purpose or catalog */
        CompiledPlan plan(PlanKey key);
    }

    /**
     * What a plan is for.
     *
     * @param detailed whether each place has a class of its own, so that reports can tell them apart
     * @param shadow whether rules in shadow count as live
     */
    public record PlanKey(String partner, String purpose, String catalog, boolean detailed, boolean shadow) {}

    @Override
    public PolicyVersion version() {
        return version;
    }

    @Override
    public Disclosure open(DisclosureRequest request) {
        return open(request, false);
    }

    @Override
    public Disclosure openDetailed(DisclosureRequest request) {
        return open(request, true);
    }

    @Override
    public TracedDisclosure openTraced(DisclosureRequest request) {
        PlanInForce force = inForce(request, true, false);
        RecordTracer tracer = new RecordTracer(force);
        return new TracedDisclosure(new BundleDisclosure(version, force, request, tracer), tracer);
    }

    @Override
    public List<List<String>> categories(String catalog) {
        return categories.apply(catalog);
    }

    @Override
    public RuleMap rules(String partner, String purpose, String catalog) {
        return RuleMaps.of(inForce(new DisclosureRequest(partner, purpose, catalog, Instant.EPOCH), true, false)
                .plan());
    }

    @Override
    public Optional<Disclosure> openShadow(DisclosureRequest request) {
        return inForce(request, false, false).plan().shadowed()
                ? Optional.of(new BundleDisclosure(version, inForce(request, false, true), request, null))
                : Optional.empty();
    }

    private Disclosure open(DisclosureRequest request, boolean detailed) {
        return new BundleDisclosure(version, inForce(request, detailed, false), request, null);
    }

    private PlanInForce inForce(DisclosureRequest request, boolean detailed, boolean shadow) {
        PlanKey key = new PlanKey(request.partner(), request.purpose(), request.catalog(), detailed, shadow);
        PlanInForce force = inForce.get(key);
        if (force == null) {
            force = inForce.computeIfAbsent(key, wanted -> new PlanInForce(plans.plan(wanted)));
        }
        return force;
    }
}
