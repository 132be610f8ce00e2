package dev.sluice.policy.proof;

import dev.sluice.policy.compile.BundlePlans;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Invariant;
import dev.sluice.policy.world.TooManyWorldsException;
import dev.sluice.policy.world.Worlds;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Proves all invariants of a bundle, each once for all partners and purposes that get the same in the same way. */
public final class InvariantProof {

    private final BundlePlans plans;
    private final Instant now;
    private final Problems problems;
    private final Worlds.Memory memory;
    private final List<Case> cases;
    private final OpenGates open;

    private InvariantProof(BundlePlans plans, Instant now, Problems problems, Worlds.Memory memory, List<Case> cases) {
        this.plans = plans;
        this.now = now;
        this.problems = problems;
        this.memory = memory;
        this.cases = cases;
        this.open = new OpenGates(now, memory, problems);
    }

    /**
     * Proves that no invariant is broken, and tells what else all customers show of the bundle.
     *
     * @param now when the bundle is loaded
     * @param problems broken and vacuous invariants are added here, and rules that can make no difference
     */
    public static void prove(BundlePlans plans, Instant now, Problems problems) {
        Worlds.Memory memory = new Worlds.Memory();
        List<Case> cases = Case.all(plans);
        InvariantProof proof = new InvariantProof(plans, now, problems, memory, cases);
        plans.bundle().invariants().forEach(proof::prove);
        if (!problems.hasErrors()) {
            List<PlanView> live = cases.stream()
                    .filter(one -> !one.shadow())
                    .map(Case::view)
                    .distinct()
                    .toList();
            new UselessConditions(live, proof.open).tell(problems);
            new UselessShares(live, proof.open).tell(problems);
            new KeptBackRules(live, proof.open, now, memory).tell(problems);
            List<PlanView> all = cases.stream().map(Case::view).distinct().toList();
            new UselessCuts(plans.bundle(), all, proof.open).tell(problems);
        }
    }

    private void prove(Invariant invariant) {
        Set<Object> done = new HashSet<>();
        Set<Object> told = new HashSet<>();
        for (Case one : cases) {
            if (Meeting.binds(invariant, one.partner(), one.purpose()) && done.add(one.view())) {
                prove(invariant, one, told);
            }
        }
        if (invariant.mayBeVacuous() == null) {
            if (!Meeting.any(plans.bundle(), invariant)) {
                vacuous(invariant, "nothing in the bundle can ever meet the invariant `" + invariant.id() + "`");
            } else if (!meetsSomebody(invariant)) {
                vacuous(invariant, "nobody can ever meet the `when` of the invariant `" + invariant.id() + "`");
            }
        }
    }

    private void vacuous(Invariant invariant, String message) {
        problems.error(
                "vacuous-invariant",
                invariant.location(),
                message,
                "mend it, or if it is meant for later, say so: `may_be_vacuous: why`");
    }

    /** Whether there can be a customer whom it speaks of. */
    private boolean meetsSomebody(Invariant invariant) {
        Condition when = invariant.promise().when();
        return when == null
                || cases.stream()
                        .filter(one -> Meeting.binds(invariant, one.partner(), one.purpose()))
                        .anyMatch(one -> open.some(
                                invariant.location(),
                                one.view(),
                                List.of(one.view().holding(when)),
                                List.of()));
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
