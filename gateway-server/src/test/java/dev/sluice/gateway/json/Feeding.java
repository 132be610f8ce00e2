package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.RecordVerdict;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** Drives a {@link JsonFilter} over a body in pieces, deciding each record by what it says of itself. */
final class Feeding {

    /** Wants to hear again of every second name. */
    private static final UnknownNames.Listener NAMES = new UnknownNames.Listener() {

        @Override
        public long customer(int record) {
            return record % 3 == 0 ? UnknownNames.NOBODY : record % 7;
        }

        @Override
        public boolean holds(long customer, int around, byte[] name) {
            return name.length % 2 == 0;
        }
    };

    static final RecordContext CONTEXT = new RecordContext(Instant.EPOCH, "partner", null, null);

    private final JsonFilter filter;
    private final Framing framing;
    private final FieldDecisions document;
    private final Function<RecordFacts, FieldDecisions> decide;
    private final boolean decideAtPauses;

    Feeding(
            FieldPlan plan,
            JsonLimits limits,
            Framing framing,
            FieldDecisions document,
            Function<RecordFacts, FieldDecisions> decide,
            boolean decideAtPauses) {
        this.filter = new JsonFilter(plan, limits);
        // As in the gateway; what is told of names never changes what leaves.
        filter.watchNames(this);
        this.framing = framing;
        this.document = document;
        this.decide = decide;
        this.decideAtPauses = decideAtPauses;
    }

    /** Shares all that is catalogued, of every record; each place is a class of its own. */
    static Feeding sharingAll(FieldTree tree, JsonLimits limits, boolean decideAtPauses) {
        Plans plans = Plans.oneClassEach(tree);
        FieldDecisions all = plans.sharingAll();
        return new Feeding(plans.plan(false), limits, Framing.DOCUMENT, all, facts -> all, decideAtPauses);
    }

    JsonFilter filter() {
        return filter;
    }

    String whole(String body) throws MalformedJsonException {
        return text(inPieces(bytes(body), at -> Integer.MAX_VALUE));
    }

    /** Cuts the body once, at {@code split}. */
    String splitAt(String body, int split) throws MalformedJsonException {
        return text(inPieces(bytes(body), at -> at == 0 ? split : Integer.MAX_VALUE));
    }

    String inPiecesOf(String body, int size) throws MalformedJsonException {
        return text(inPieces(bytes(body), at -> size));
    }

    static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** @param sizeAt the length of the piece that begins at an offset */
    byte[] inPieces(byte[] body, ToIntFunction<Integer> sizeAt) throws MalformedJsonException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        filter.start(framing, document, CONTEXT);
        int at = 0;
        while (at < body.length) {
            int size = Math.min(body.length - at, Math.max(1, sizeAt.applyAsInt(at)));
            ByteBuffer piece = ByteBuffer.wrap(body, at, size);
            Progress progress = filter.feed(piece);
            while (progress == Progress.NEED_DECISION || piece.hasRemaining()) {
                progress = progress == Progress.NEED_DECISION ? resume() : filter.feed(piece);
            }
            if (decideAtPauses && filter.waiting().size() > 0) {
                resume();
            }
            drain(out);
            at += size;
        }
        Progress progress = filter.finish();
        while (progress == Progress.NEED_DECISION) {
            progress = resume();
        }
        drain(out);
        return out.toByteArray();
    }

    private Progress resume() throws MalformedJsonException {
        RecordVerdict[] verdicts = new RecordVerdict[filter.waiting().size()];
        for (int k = 0; k < verdicts.length; k++) {
            verdicts[k] = new RecordVerdict(decide.apply(filter.waiting().record(k)), CONTEXT);
        }
        filter.tellNames(NAMES);
        return filter.resume(verdicts);
    }

    private void drain(ByteArrayOutputStream out) {
        out.write(filter.output(), 0, filter.outputLength());
        filter.clearOutput();
    }
}
