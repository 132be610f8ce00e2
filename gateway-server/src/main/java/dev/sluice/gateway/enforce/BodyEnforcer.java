package dev.sluice.gateway.enforce;

import dev.sluice.gateway.failure.BodyFault;
import dev.sluice.gateway.json.Framing;
import dev.sluice.gateway.json.JsonFilter;
import dev.sluice.gateway.json.MalformedJsonException;
import dev.sluice.gateway.json.Progress;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.field.RecordVerdict;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Lets of one body out what may leave. Whoever drives it feeds pieces; where {@link Step#DECISION} comes back,
 * records wait and the driver calls {@link #decide}, now or once it has looked something up, and then feeds the rest
 * of the same piece. Used by one thread at a time; after a fault it is only to be closed.
 */
public final class BodyEnforcer implements AutoCloseable {

    /** What the enforcer waits for. */
    public enum Step {
        /** All input was consumed. */
        INPUT,
        /** Records wait; input may remain. */
        DECISION,
        /** The body is complete and all of it was judged. */
        COMPLETE
    }

    private final EnginePool.PlanEngines engines;
    private final Framing framing;
    private final Disclosure disclosure;
    private final @Nullable ContentInflater inflater;
    private final JsonFilter engine;
    private final BodyDrift drift;
    private final BodyMemory memory;
    private int held;
    private @Nullable ByteBuffer inflated;
    private boolean complete;
    private boolean closed;

    BodyEnforcer(
            EnginePool.PlanEngines engines,
            JsonFilter engine,
            Disclosure disclosure,
            Framing framing,
            @Nullable ContentInflater inflater,
            BodyDrift drift,
            BodyMemory memory) {
        this.engines = engines;
        this.framing = framing;
        this.engine = engine;
        this.disclosure = disclosure;
        this.inflater = inflater;
        this.drift = drift;
        this.memory = memory;
        this.held = engine.held();
        memory.add(held);
    }

    /** Takes input. Never returns {@link Step#COMPLETE}. */
    public Step feed(ByteBuffer input) throws BodyFaultException {
        if (inflater == null) {
            return engineTakes(input);
        }
        while (true) {
            if (inflated == null || !inflated.hasRemaining()) {
                inflated = inflater.next(input);
                if (inflated == null) {
                    return Step.INPUT;
                }
            }
            if (engineTakes(inflated) == Step.DECISION) {
                return Step.DECISION;
            }
        }
    }

    private Step engineTakes(ByteBuffer input) throws BodyFaultException {
        try {
            return step(engine.feed(input));
        } catch (MalformedJsonException e) {
            throw new BodyFaultException(BodyFault.NOT_JSON);
        }
    }

    /** Decides the records that wait, as far as what is at hand allows. */
    public Step decide() throws BodyFaultException {
        try {
            RecordVerdict[] verdicts = disclosure.decide(engine.waiting());
            drift.decided();
            return step(engine.resume(verdicts));
        } catch (MalformedJsonException e) {
            throw new BodyFaultException(BodyFault.NOT_JSON);
        }
    }

    /** Says that the input pauses: records that wait need not wait for more of them. */
    public Step pause() {
        return engine.waiting().size() > 0 ? Step.DECISION : Step.INPUT;
    }

    /** Says that the input ended. Verifies checksums before the end is judged. */
    public Step finish() throws BodyFaultException {
        if (inflater != null) {
            inflater.finish();
        }
        try {
            return step(engine.finish());
        } catch (MalformedJsonException e) {
            throw new BodyFaultException(BodyFault.NOT_JSON);
        }
    }

    private Step step(Progress progress) throws BodyFaultException {
        int now = engine.held();
        boolean room = now == held || memory.add(now - held);
        held = now;
        if (!room) {
            throw new BodyFaultException(BodyFault.NO_ROOM);
        }
        return switch (progress) {
            case NEED_INPUT -> Step.INPUT;
            case NEED_DECISION -> Step.DECISION;
            case COMPLETE -> {
                complete = true;
                yield Step.COMPLETE;
            }
        };
    }

    /** The array whose first {@link #outputLength} bytes may leave. */
    public byte[] output() {
        return engine.output();
    }

    public int outputLength() {
        return engine.outputLength();
    }

    public void clearOutput() {
        engine.clearOutput();
    }

    /** Whether the head may go: a record's first byte is out, or the document's end was reached. */
    public boolean committed() {
        return engine.committed();
    }

    /**
     * Whether a complete body is to be answered like one that does not exist: nothing of it leaves, or it is one document
     * that holds a record which stands alone, or could hold no other, and none leaves. Of several documents the engine
     * leaves out each that is so.
     */
    public boolean absent() {
        boolean single = engine.alone() && engine.tally().sharedRecords() == 0;
        return framing == Framing.DOCUMENT && single || engine.withheldWhole();
    }

    /** Whether nothing of a complete body is worth sending: no record of it leaves, or nothing at all. */
    public boolean nothingLeaves() {
        boolean nobody = engine.hasRecords() && engine.tally().sharedRecords() == 0;
        return nobody || engine.withheldWhole();
    }

    public Disclosure disclosure() {
        return disclosure;
    }

    /** What was disclosed so far. */
    public Disclosed disclosed() {
        return Disclosed.of(engine.tally(), disclosure);
    }

    /** Gives the engine back if it came to its end; one that was left in the middle is not used again. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            memory.add(-held);
            if (inflater != null) {
                inflater.close();
            }
            long now = System.currentTimeMillis();
            drift.ended(now, !complete || engines.due(now));
            if (complete) {
                engines.release(engine);
            }
        }
    }
}
