package dev.sluice.gateway.shadow;

import dev.sluice.gateway.enforce.Rulebook;
import java.time.InstantSource;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Gives exchanges the live bundle, with a candidate beside it while there is one. Without one it costs a look at a field.
 * A new live bundle or a new candidate begins a new report.
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

    /** One live bundle with one candidate beside it. */
    private record Comparing(Rulebook live, Candidate candidate, Rulebook both, ShadowReport report) {}

    /** What is compared with what, and what came of it. */
    public record View(String liveVersion, Candidate candidate, ShadowReport report) {}

    @Override
    public Rulebook get() {
        Rulebook now = live.get();
        Candidate beside = candidate;
        return beside == null ? now : comparing(now, beside).both();
    }

    @SuppressWarnings("ReferenceEquality")
    private Comparing comparing(Rulebook now, Candidate beside) {
        Comparing current = comparing;
        if (current != null && current.live() == now && current.candidate() == beside) {
            return current;
        }
        synchronized (this) {
            current = comparing;
            if (current == null || current.live() != now || current.candidate() != beside) {
                ShadowReport report = new ShadowReport();
                Rulebook both =
                        new Rulebook(new ShadowedDecisions(now.decisions(), beside, report, clock), now.partners());
                current = new Comparing(now, beside, both, report);
                comparing = current;
            }
            return current;
        }
    }

    /** Puts a candidate beside the live bundle, in the place of another if there is one. */
    public synchronized void place(Candidate beside) {
        candidate = beside;
        comparing = null;
    }

    /** Takes the candidate away. */
    public synchronized void remove() {
        candidate = null;
        comparing = null;
    }

    /** What is compared now, or null. */
    public @Nullable View view() {
        Candidate beside = candidate;
        if (beside == null) {
            return null;
        }
        Comparing current = comparing(live.get(), beside);
        return new View(current.live().decisions().version().sources(), beside, current.report());
    }
}
