package dev.sluice.gateway.json;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Values in the forms in which they leave. Remembers the last few of one record, since a customer's number stands several
 * times in it; they are known by their place in the window, and forgotten before it moves.
 */
final class ChangedValues {

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};
    private static final int REMEMBERED = 4;

    private final @Nullable Form[] forms = new Form[REMEMBERED];
    private final byte[] @Nullable [] changed = new byte[REMEMBERED][];
    private final int[] from = new int[REMEMBERED];
    private final int[] to = new int[REMEMBERED];
    private int count;

    /** Another record, or another window. */
    void forget() {
        if (count > 0) {
            Arrays.fill(forms, null);
            Arrays.fill(changed, null);
            count = 0;
        }
    }

    /** The bytes that leave for a scalar, or null if the form cannot apply. */
    byte @Nullable [] of(Form form, RecordContext context, byte[] window, int start, int end) {
        if (form == Form.NULLIFY) {
            return NULL;
        }
        for (int k = 0; k < REMEMBERED; k++) {
            if (forms[k] == form && Arrays.equals(window, from[k], to[k], window, start, end)) {
                return changed[k];
            }
        }
        Scalar leaves = form.apply(scalar(window, start, end), context);
        byte[] bytes = leaves == null ? null : encoded(leaves);
        int k = count++ % REMEMBERED;
        forms[k] = form;
        changed[k] = bytes;
        from[k] = start;
        to[k] = end;
        return bytes;
    }

    static byte[] encoded(Scalar scalar) {
        return scalar.isString()
                ? JsonText.encode(scalar.text())
                : scalar.text().getBytes(StandardCharsets.US_ASCII);
    }

    static Scalar scalar(byte[] b, int from, int to) {
        return switch (b[from]) {
            case '"' -> Scalar.string(JsonText.decode(b, from + 1, to - 1, false));
            case 't', 'f' -> new Scalar(Scalar.Kind.BOOLEAN, JsonText.decode(b, from, to, true));
            default -> Scalar.number(JsonText.decode(b, from, to, true));
        };
    }
}
