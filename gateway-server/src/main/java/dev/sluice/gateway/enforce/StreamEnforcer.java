package dev.sluice.gateway.enforce;

import dev.sluice.gateway.json.DisclosureTally;
import dev.sluice.gateway.json.Framing;
import dev.sluice.gateway.json.JsonFilter;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.gateway.json.MalformedJsonException;
import dev.sluice.gateway.json.Progress;
import dev.sluice.gateway.json.RecordFault;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.field.RecordBatch;
import dev.sluice.policy.field.RecordVerdict;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.function.IntFunction;
import java.util.function.LongConsumer;

/** Filters a stream that may be waited for, such as a file, with the same engine and decisions as an exchange. */
public final class StreamEnforcer {

    private static final int CHUNK = 64 * 1024;

    private final Disclosure disclosure;
    private final Decider decider;
    private final JsonFilter filter;

    public StreamEnforcer(Disclosure disclosure, JsonLimits limits) {
        this(disclosure, limits, (batch, faultOf) -> disclosure.decide(batch));
    }

    /** @param decider decides the records in the disclosure's place */
    public StreamEnforcer(Disclosure disclosure, JsonLimits limits, Decider decider) {
        this.disclosure = disclosure;
        this.decider = decider;
        this.filter = new JsonFilter(disclosure.plan(), limits);
    }

    /** Decides records that wait, and may know why the engine will withhold some of them in any case. */
    @FunctionalInterface
    public interface Decider {

        /** One verdict for each, in the batch's order. */
        RecordVerdict[] decide(RecordBatch batch, IntFunction<RecordFault> faultOf);
    }

    /**
     * What became of a stream.
     *
     * @param read bytes read
     * @param written bytes that left
     * @param withheldWhole whether no byte left though the stream held a document
     */
    public record Outcome(DisclosureTally tally, long read, long written, boolean withheldWhole) {}

    /**
     * Reads {@code in} to its end and writes what may leave.
     *
     * @param progress told the bytes read so far after each chunk
     * @throws MalformedJsonException if the input is not JSON; what was written by then is not a whole document
     */
    public Outcome run(Framing framing, InputStream in, OutputStream out, LongConsumer progress)
            throws IOException, MalformedJsonException {
        filter.start(framing, disclosure.document(), disclosure.documentContext());
        byte[] chunk = new byte[CHUNK];
        long read = 0;
        long written = 0;
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            read += length;
            ByteBuffer input = ByteBuffer.wrap(chunk, 0, length);
            do {
                written += settle(filter.feed(input), out);
            } while (input.hasRemaining());
            progress.accept(read);
        }
        written += settle(filter.finish(), out);
        return new Outcome(filter.tally(), read, written, filter.withheldWhole());
    }

    /** Decides what must be decided and writes what may leave; how much that was. */
    private long settle(Progress reached, OutputStream out) throws IOException, MalformedJsonException {
        Progress progress = reached;
        long written = write(out);
        while (progress == Progress.NEED_DECISION) {
            progress = filter.resume(decider.decide(filter.waiting(), filter::faultOf));
            written += write(out);
        }
        return written;
    }

    private long write(OutputStream out) throws IOException {
        int length = filter.outputLength();
        out.write(filter.output(), 0, length);
        filter.clearOutput();
        return length;
    }
}
