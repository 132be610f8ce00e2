package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * A text of the same length in which stars stand for the characters but the first and last few; punctuation and spaces
 * stay and are not counted. At least four characters are masked, and all of a text that has fewer to mask.
 */
public final class Mask implements Form {

    private static final int FEWEST = 4;

    private final int keepFirst;
    private final int keepLast;

    public Mask(int keepFirst, int keepLast) {
        this.keepFirst = keepFirst;
        this.keepLast = keepLast;
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        return value.isString() ? Scalar.string(mask(value.text())) : null;
    }

    private String mask(String text) {
        int[] points = text.codePoints().toArray();
        int maskable = 0;
        for (int point : points) {
            if (!stays(point)) {
                maskable++;
            }
        }
        boolean all = maskable - keepFirst - keepLast < FEWEST;
        boolean nothingElse = maskable == 0;
        StringBuilder masked = new StringBuilder(points.length);
        int seen = 0;
        for (int point : points) {
            boolean punctuation = !nothingElse && stays(point);
            boolean kept = !all && (seen < keepFirst || seen >= maskable - keepLast);
            if (punctuation || (kept && !nothingElse)) {
                masked.appendCodePoint(point);
            } else {
                masked.append('*');
            }
            if (!punctuation) {
                seen++;
            }
        }
        return masked.toString();
    }

    private static boolean stays(int point) {
        if (point < 0x80) {
            return point > ' ' ? !Character.isLetterOrDigit(point) : point == ' ';
        }
        return switch (Character.getType(point)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION,
                    Character.SPACE_SEPARATOR -> true;
            default -> false;
        };
    }

    @Override
    public String name() {
        return "mask";
    }
}
