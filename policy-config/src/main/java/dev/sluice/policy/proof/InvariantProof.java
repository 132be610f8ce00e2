package dev.sluice.policy.proof;

import dev.sluice.policy.compile.BundlePlans;
import dev.sluice.policy.compile.PlanOutline;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Invariant;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.world.TooManyWorldsException;
import dev.sluice.policy.world.Worlds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Proves all invariants of a bundle, each once for all partners and purposes that get the same in the same way. */
public final class InvariantProof {

    private final BundlePlans plans;
    private final Instant now;
    private final Problems problems;
    private final Worlds.Memory memory = new Worlds.Memory();
    private final List<Case> cases = new ArrayList<>();

    private InvariantProof(BundlePlans plans, Instant now, Problems problems) {
        this.plans = plans;
        this.now = now;
        this.problems = problems;
    }

    /** One partner, purpose and catalog. @param view the same one for those that are alike */
    private record Case(Partner partner, String purpose, PlanView view, boolean shadow) {}

    /** @param now when the bundle is loaded @param problems broken and vacuous invariants are added here */
    public static void prove(BundlePlans plans, Instant now, Problems problems) {
        if (!plans.bundle().invariants().isEmpty()) {
            InvariantProof proof = new InvariantProof(plans, now, problems);
            proof.collect();
            plans.bundle().invariants().forEach(proof::prove);
        }
    }

    private void collect() {
        Map<Object, PlanView> views = new HashMap<>();
        for (Partner partner : plans.bundle().partners()) {
            for (String purpose : BundlePlans.purposes(partner)) {
                for (Catalog catalog : plans.bundle().catalogs()) {
                    String id = catalog.id().name();
                    PlanOutline live = plans.outline(partner, purpose, id, false);
                    Object like = List.of(live.likeness(), purpose, id, false);
                    PlanView view = views.computeIfAbsent(like, key -> live.view());
                    cases.add(new Case(partner, purpose, view, false));
                    if (live.shadowed()) {
                        collectShadow(partner, purpose, id, views);
                    }
                }
            }
        }
    }

    private void collectShadow(Partner partner, String purpose, String catalog, Map<Object, PlanView> views) {
        PlanOutline shadow = plans.outline(partner, purpose, catalog, true);
        Object like = List.of(shadow.likeness(), purpose, catalog, true);
        cases.add(new Case(partner, purpose, views.computeIfAbsent(like, key -> shadow.view()), true));
    }

    private void prove(Invariant invariant) {
        Set<Object> done = new HashSet<>();
        Set<Object> told = new HashSet<>();
        for (Case one : cases) {
            if (Meeting.binds(invariant, one.partner(), one.purpose()) && done.add(one.view())) {
                prove(invariant, one, told);
            }
        }
        if (invariant.mayBeVacuous() == null && !Meeting.any(plans.bundle(), invariant)) {
            problems.error(
                    "vacuous-invariant",
                    invariant.location(),
                    "nothing in the bundle can ever meet the invariant `" + invariant.id() + "`",
                    "if it is meant for later, say so: `may_be_vacuous: why`");
        }
    }

    private void prove(Invariant invariant, Case of, Set<Object> told) {
        try {
            Optional<Counterexample> found = new Search(invariant, of.view(), now, memory).find();
            found.filter(example -> told.add(List.of(example.rule(), of.shadow())))
                    .ifPresent(example -> tell(invariant, of, example));
        } catch (TooManyWorldsException e) {
            tooMany(invariant, of, e, told);
        }
    }

    /** Told once: what makes worlds many for one makes them many for others. */
    private void tooMany(Invariant invariant, Case of, TooManyWorldsException e, Set<Object> told) {
        if (told.add(TooManyWorldsException.class)) {
            problems.error(
                    "too-many-worlds",
                    invariant.location(),
                    "the invariant `" + invariant.id() + "` cannot be proven for the partner `"
                            + of.partner().id() + "` and the purpose `" + of.purpose()
                            + "`: more than " + Worlds.MOST + " kinds of customers: " + e.getMessage(),
                    "ask for fewer of these facts in the rules that share it, or narrow the invariant's `when`");
        }
    }

    private void tell(Invariant invariant, Case of, Counterexample example) {
        String message = "the invariant `" + invariant.id() + "` is broken: the partner `"
                + of.partner().id() + "` gets `" + example.path() + "` " + example.form() + " for `" + of.purpose()
                + "` of " + example.customer()
                + (of.shadow() ? ", once the rules in shadow are live" : "");
        String help = "`" + example.rule() + "` shares it at " + example.at();
        if (of.shadow()) {
            problems.warning("invariant-broken-in-shadow", invariant.location(), message, help);
        } else {
            problems.error("invariant-broken", invariant.location(), message, help);
        }
    }
}
