package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import org.jspecify.annotations.Nullable;

/** The first letter of a text and a full stop. Cannot apply to a text without letters. */
public final class Initial implements Form {

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        if (!value.isString()) {
            return null;
        }
        String text = value.text();
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            if (Character.isLetter(point)) {
                return Scalar.string(Character.toString(point) + ".");
            }
            i += Character.charCount(point);
        }
        return null;
    }

    @Override
    public String name() {
        return "initial";
    }
}
