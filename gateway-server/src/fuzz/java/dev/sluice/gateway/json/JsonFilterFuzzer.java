package dev.sluice.gateway.json;

import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.RecordFacts;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Any bytes are filtered alike in every chunking; what is accepted is JSON to a strict parser, and so is what leaves; a member
 * that no decision shares never leaves.
 */
final class JsonFilterFuzzer {

    private static final JsonLimits SMALL = new JsonLimits(32, 200, 64, 400, 200, 3);
    private static final Trees TREES = Trees.tree()
            .fact("c[*].pick")
            .record("c[*]")
            .field("c[*].id", "c[*].a.b", "c[*].m[?k='x'].v", "c[*].l[*]", "next");

    @FuzzTest(maxDuration = "4m")
    void everyBodyIsFilteredAlikeInEveryChunking(byte[] data) {
        if (data.length < 2) {
            return;
        }
        Framing framing = (data[0] & 1) == 0 ? Framing.DOCUMENT : Framing.LINES;
        byte[] body = Arrays.copyOfRange(data, 2, data.length);
        String whole = outcome(framing, body, Integer.MAX_VALUE);
        String pieces = outcome(framing, body, 1 + (data[1] & 15));
        require(whole.equals(pieces), "chunking changes the outcome");
        if (whole.startsWith("left ")) {
            String left = whole.substring(5);
            if (framing == Framing.DOCUMENT) {
                require(StrictJson.accepts(body), "accepted what is no JSON");
                require(!left.contains("\"id\""), "a member left that nothing shares");
                require(
                        left.isEmpty() || StrictJson.accepts(left.getBytes(StandardCharsets.UTF_8)),
                        "what left is no JSON");
            }
        }
    }

    private static String outcome(Framing framing, byte[] body, int size) {
        FieldTree tree = TREES.build();
        Plans plans = Plans.oneClassEach(tree);
        int[] shared = {TREES.index("c[*].a.b"), TREES.index("c[*].m[?k='x'].v")};
        Feeding feeding = new Feeding(
                plans.plan(false),
                SMALL,
                framing,
                plans.sharingAll(),
                facts -> pick(facts) ? plans.sharing(shared) : plans.sharingNothing(),
                (body.length & 1) == 0);
        try {
            return "left " + Feeding.text(feeding.inPieces(body, at -> size));
        } catch (MalformedJsonException e) {
            // Which of two faults is met first may depend on the pieces; that it is refused may not.
            return "refused";
        }
    }

    private static boolean pick(RecordFacts facts) {
        int value = facts.first(0);
        return value != RecordFacts.NONE && facts.kind(value) == RecordFacts.Kind.TRUE;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
