package dev.sluice.gateway.shadow;

import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.policy.decision.DecisionPoint;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives exchanges the live bundle; beside it decide its own rules in shadow, and a candidate while there is one. Where
 * neither can differ nothing is decided twice. A new live bundle or a new candidate begins a new report.
 */
public final class Shadow implements Supplier<Rulebook> {

    private final Supplier<Rulebook> live;
    private final InstantSource clock;
    private volatile @Nullable Candidate candidate;
    private volatile @Nullable Comparing comparing;

    /** @param live what is in force, asked for each exchange */
    public Shadow(Supplier<Rulebook> live, InstantSource clock) {
        this.live = live;
        this.clock = clock;
    }

    /** One live bundle with what stands beside it. */
    private record Comparing(
            Rulebook live,
            @Nullable Candidate candidate,
            Rulebook all,
            ShadowReport ofRules,
            ShadowReport ofCandidate) {}

    /**
     * What is compared with what, and what came of it.
     *
     * @param ofRules what the live bundle's rules in shadow would change
     * @param candidate null if there is none
     * @param ofCandidate what the candidate would change
     */
    public record View(
            String liveVersion,
            ShadowReport ofRules,
            @Nullable Candidate candidate,
            ShadowReport ofCandidate) {}

    @Override
    public Rulebook get() {
        return comparing().all();
    }

    @SuppressWarnings("ReferenceEquality")
    private Comparing comparing() {
        Rulebook now = live.get();
        Candidate beside = candidate;
        Comparing current = comparing;
        if (current != null && current.live() == now && current.candidate() == beside) {
            return current;
        }
        return compare(now, beside);
    }

    @SuppressWarnings("ReferenceEquality")
    private synchronized Comparing compare(Rulebook now, @Nullable Candidate beside) {
        Comparing current = comparing;
        if (current != null && current.live() == now && current.candidate() == beside) {
            return current;
        }
        ShadowReport ofRules = current != null && current.live() == now ? current.ofRules() : new ShadowReport();
        ShadowReport ofCandidate = new ShadowReport();
        DecisionPoint decisions =
                new ShadowedDecisions(now.decisions(), new RulesInShadow(now.decisions()), ofRules, clock);
        if (beside != null) {
            decisions = new ShadowedDecisions(decisions, beside, ofCandidate, clock);
        }
        Comparing made = new Comparing(now, beside, new Rulebook(decisions, now.partners()), ofRules, ofCandidate);
        comparing = made;
        return made;
    }

    /** Puts a candidate beside the live bundle, in the place of another if there is one. */
    public void place(Candidate beside) {
        candidate = beside;
    }

    /** Takes the candidate away. */
    public void remove() {
        candidate = null;
    }

    /** What is compared now. */
    public View view() {
        Comparing current = comparing();
        return new View(
                current.live().decisions().version().sources(),
                current.ofRules(),
                current.candidate(),
                current.ofCandidate());
    }
}
