package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.RecordBatch;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.RecordVerdict;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The streaming filter: bytes of a body in, permitted bytes out, for one {@link FieldPlan}. Any chunking of a body gives
 * the same bytes. It never waits: where records must be decided it says so and is resumed.
 *
 * <p>Memory is bounded by one record and one window, never by the body. One thread at a time; reusable for one body after
 * another, and better so, since it learns what documents look like.
 */
public final class JsonFilter {

    private static final int CHUNK = 32 * 1024;
    private static final RecordVerdict[] NO_VERDICTS = new RecordVerdict[0];

    private final FieldPlan plan;
    private final Window window = new Window();
    private final Tape tape = new Tape();
    private final Output output = new Output();
    private final DocumentFacts documentFacts = new DocumentFacts();
    private final WaitingRecords waiting;
    private final RecordKeeper keeper;
    private final JsonWalker walker;
    private final Slots slots;
    private final Emitter emitter;
    private final RecordPlaces places;
    private DisclosureTally tally;
    private boolean lines;
    private boolean complete;
    private boolean alone;
    private @Nullable Object listening;

    public JsonFilter(FieldPlan plan, JsonLimits limits) {
        this.plan = plan;
        this.tally = new DisclosureTally(plan);
        this.waiting = new WaitingRecords(window, documentFacts, limits);
        int always = plan.classes();
        this.slots = new Slots(plan, always);
        FactReader facts = new FactReader(plan.tree(), waiting, documentFacts);
        this.places = RecordPlaces.of(plan.tree());
        this.keeper = new RecordKeeper(plan, limits, window, tape, waiting, facts, slots, places, tally);
        this.walker = new JsonWalker(window, tape, limits, slots, keeper, waiting, documentFacts);
        this.emitter = new Emitter(output, always, tally);
    }

    /** Forgets the body before and begins another. */
    public void start(Framing framing, FieldDecisions document, RecordContext documentContext) {
        slots.settle(tally);
        tally = new DisclosureTally(plan);
        shrink();
        tape.clear();
        documentFacts.clear();
        waiting.clear();
        keeper.start(tally);
        lines = framing == Framing.LINES;
        walker.start(framing);
        emitter.start(
                document,
                documentContext,
                tally,
                lines,
                lines && !places.single().isEmpty());
        complete = false;
        alone = false;
    }

    /** Between two bodies: gives back what it holds beyond its first sizes. */
    public void shrink() {
        window.clear();
        output.reset();
    }

    /**
     * Takes from {@code input} what it can. On {@link Progress#NEED_INPUT} all of it was taken; on {@link
     * Progress#NEED_DECISION} some may remain: decide what is {@link #waiting}, {@link #resume}, and feed the rest.
     */
    public Progress feed(ByteBuffer input) throws MalformedJsonException {
        Progress progress = Progress.NEED_INPUT;
        while (input.hasRemaining() && progress == Progress.NEED_INPUT) {
            if (window.space() < Math.min(input.remaining(), CHUNK)) {
                int by = window.compact(Math.max(0, walker.keep()));
                walker.shift(by);
                tape.shift(by);
                waiting.shift(by);
            }
            if (lines) {
                window.appendLine(input);
            } else {
                window.append(input);
            }
            progress = walk();
        }
        return progress;
    }

    /** The body has ended. */
    public Progress finish() throws MalformedJsonException {
        walker.end();
        return walk();
    }

    /**
     * The records that can be decided. There may be some after {@link Progress#NEED_INPUT} too: whoever drives the engine
     * may decide them while the input pauses.
     */
    public RecordBatch waiting() {
        return waiting;
    }

    /** Why the engine itself will withhold one of the records {@link #waiting}, whatever is decided. */
    public RecordFault faultOf(int record) {
        return waiting.faultOf(record);
    }

    /**
     * From now on somebody wants to hear of the names that no catalog knows.
     *
     * @param whose whoever it is; another one begins to hear anew
     */
    public void watchNames(Object whose) {
        if (listening != whose) {
            listening = whose;
            slots.watch();
        }
    }

    /** Tells which names, of interest still, stand in the records {@link #waiting}; of each customer once in a while. */
    public void tellNames(UnknownNames.Listener listener) {
        keeper.names().tell(waiting.size(), listener);
    }

    /**
     * Tells how often each name that no catalog knows stood in the bodies since it was told last. Whose records hold it
     * is told anew from now on.
     */
    public void tellCounts(UnknownNames.Counter counter) {
        slots.settle(tally);
        slots.tell(counter);
    }

    /** Gives the verdicts on all records {@link #waiting}, in their order, and reads on in what is held already. */
    public Progress resume(RecordVerdict[] verdicts) throws MalformedJsonException {
        if (verdicts.length != waiting.size()) {
            throw new IllegalArgumentException(
                    verdicts.length + " verdicts (expected: one for each of " + waiting.size() + " records)");
        }
        try {
            int records = waiting.size();
            keeper.names().resumed(records);
            int end = tape.endOf(records);
            emitter.emit(tape, end, window.bytes(), verdicts, waiting);
            tape.dropBefore(end, records);
            keeper.dropped(end, records);
            waiting.resumed();
        } catch (MalformedHere fault) {
            throw malformed(fault);
        }
        return walk();
    }

    private Progress walk() throws MalformedJsonException {
        try {
            Progress progress = walker.walk();
            if (progress == Progress.NEED_INPUT) {
                progress = walker.pause();
            }
            emitDocument();
            complete = progress == Progress.COMPLETE;
            if (complete) {
                alone = keeper.takeAlone();
                emitter.end(alone);
            }
            return progress;
        } catch (MalformedHere fault) {
            throw malformed(fault);
        }
    }

    /** Emits what stands before the first record that is not decided. */
    private void emitDocument() throws MalformedHere {
        int end = tape.endOf(0);
        if (end > 0) {
            emitter.emit(tape, end, window.bytes(), NO_VERDICTS, waiting);
            tape.dropBefore(end, 0);
            keeper.dropped(end, 0);
        }
    }

    private MalformedJsonException malformed(MalformedHere fault) {
        return new MalformedJsonException(window.offset() + fault.at(), fault.expectation());
    }

    /**
     * Holds what may leave in its first {@link #outputLength} bytes, until {@link #clearOutput}; the engine's own
     * array.
     */
    public byte[] output() {
        return output.bytes();
    }

    public int outputLength() {
        return output.length();
    }

    public void clearOutput() {
        output.clear();
    }

    /** How many bytes it holds of bodies, or keeps for them. */
    public int held() {
        return window.bytes().length + output.bytes().length;
    }

    /**
     * Whether it is settled that something leaves or nothing does: a byte of a record has left, or the body has ended
     * well.
     */
    public boolean committed() {
        return complete || emitter.recordLeft();
    }

    /** Whether the body has ended and no byte of it may leave. */
    public boolean withheldWhole() {
        return complete && output.total() == 0;
    }

    /**
     * Whether the last document of a body that has ended held a record that stands alone, or could hold no other: without
     * it an answer must look like the answer for a customer that does not exist.
     */
    public boolean alone() {
        return alone;
    }

    /** Whether documents of this plan can hold records at all. */
    public boolean hasRecords() {
        return !places.none();
    }

    /** What has left and stayed so far. */
    public DisclosureTally tally() {
        slots.settle(tally);
        return tally;
    }

    /** How many member names were not the expected ones, since this engine was made. */
    long unexpectedNames() {
        return walker.misses();
    }
}
