package dev.sluice.gateway.json;

import dev.sluice.policy.field.Form;
import java.util.Arrays;

/** Names that are data and may leave, but have not yet: a name leaves with the first of what stands below it. */
final class HeldNames {

    private int[] classes = new int[8];
    private Form[] forms = new Form[8];
    private int size;

    void clear() {
        size = 0;
    }

    void hold(int nameClass, Form form) {
        if (size == classes.length) {
            classes = Arrays.copyOf(classes, size * 2);
            forms = Arrays.copyOf(forms, size * 2);
        }
        classes[size] = nameClass;
        forms[size] = form;
        size++;
    }

    /** Something leaves, and with it every name around it that has not left yet. */
    void leave(DisclosureTally tally) {
        while (size > 0) {
            size--;
            if (forms[size] == Form.AS_IS) {
                tally.shared(classes[size], 1);
            } else {
                tally.changed(classes[size], forms[size]);
            }
        }
    }

    /** The innermost named member ends: if its name has not left, it stays. */
    void end() {
        size = Math.max(0, size - 1);
    }
}
