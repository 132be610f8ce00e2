package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The range that a number falls into, as a text: {@code <50}, {@code 50-100}, {@code 100+}. A range begins at its
 * lower bound and
 * ends before its upper one.
 */
public final class Bucket implements Form {

    private final List<String> texts;
    private final List<BigDecimal> bounds;

    /** @param bounds ascending decimal literals */
    public Bucket(List<String> bounds) {
        this.texts = List.copyOf(bounds);
        this.bounds = bounds.stream().map(BigDecimal::new).toList();
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        BigDecimal number = Numeric.read(value);
        return number == null ? null : Scalar.string(range(number));
    }

    private String range(BigDecimal number) {
        int reached = 0;
        while (reached < bounds.size() && number.compareTo(bounds.get(reached)) >= 0) {
            reached++;
        }
        if (reached == 0) {
            return "<" + texts.get(0);
        }
        if (reached == texts.size()) {
            return texts.get(reached - 1) + "+";
        }
        return texts.get(reached - 1) + "-" + texts.get(reached);
    }

    @Override
    public String name() {
        return "bucket";
    }
}
