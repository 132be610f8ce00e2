package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.RecordFacts;
import java.util.Arrays;

/**
 * The facts of a document outside its records. Their bytes are copied, since they are needed longer than the window holds
 * them; what is too large to copy is unusable.
 */
final class DocumentFacts {

    private static final int MOST = 64 * 1024;

    private final FactTape facts = new FactTape();
    private byte[] bytes = new byte[256 + JsonBytes.PADDING];
    private int used;
    private int from;

    void clear() {
        facts.clear();
        used = 0;
        from = 0;
    }

    FactTape facts() {
        return facts;
    }

    byte[] bytes() {
        return bytes;
    }

    /** Where the facts of the document that is being read begin. */
    int from() {
        return from;
    }

    /** Another document of the same body begins. */
    void nextDocument(boolean recordsWait) {
        if (recordsWait) {
            from = facts.size();
        } else {
            clear();
        }
    }

    void note(int slot, RecordFacts.Kind kind, boolean verbatim, byte[] source, int start, int end) {
        int length = end - start;
        if (used + length > MOST) {
            facts.add(FieldTree.NONE, slot, RecordFacts.Kind.UNUSABLE, true, 0, 0);
            return;
        }
        if (used + length + JsonBytes.PADDING > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + length + JsonBytes.PADDING));
        }
        System.arraycopy(source, start, bytes, used, length);
        facts.add(FieldTree.NONE, slot, kind, verbatim, used, used + length);
        used += length;
    }
}
