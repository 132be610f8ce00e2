package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import org.jspecify.annotations.Nullable;

/** The first characters of a text. A shorter text is kept whole. */
public final class Truncate implements Form {

    private final int keepFirst;

    public Truncate(int keepFirst) {
        this.keepFirst = keepFirst;
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        if (!value.isString()) {
            return null;
        }
        String text = value.text();
        if (text.codePointCount(0, text.length()) <= keepFirst) {
            return value;
        }
        return Scalar.string(text.substring(0, text.offsetByCodePoints(0, keepFirst)));
    }

    @Override
    public String name() {
        return "truncate";
    }
}
