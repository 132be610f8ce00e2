package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.Scalar;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A scalar that a bundle spells out, to be compared with what stands in a document: same JSON type, same text or
 * same number. */
final class Literal {

    private final RecordFacts.Kind kind;
    private final String text;
    private final byte[] bytes;
    private final @Nullable BigDecimal number;
    private final boolean fractional;

    Literal(Scalar scalar) {
        this.text = scalar.text();
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
        this.number = scalar.isNumber() ? Attribute.number(text) : null;
        this.fractional = !text.chars().allMatch(c -> c >= '0' && c <= '9');
        this.kind = switch (scalar.kind()) {
            case STRING -> RecordFacts.Kind.STRING;
            case NUMBER -> RecordFacts.Kind.NUMBER;
            case BOOLEAN -> text.equals("true") ? RecordFacts.Kind.TRUE : RecordFacts.Kind.FALSE;
            case NULL -> RecordFacts.Kind.NULL;
        };
    }

    boolean matches(RecordFacts facts, int value) {
        if (facts.kind(value) != kind) {
            return false;
        }
        if (kind != RecordFacts.Kind.STRING && kind != RecordFacts.Kind.NUMBER) {
            return true;
        }
        if (facts.verbatim(value) || kind == RecordFacts.Kind.NUMBER) {
            return Texts.same(facts.bytes(), facts.from(value), facts.to(value), bytes)
                    || (number != null && spelledOtherwise(facts, value) && sameNumber(facts.text(value), number));
        }
        return text.equals(facts.text(value));
    }

    /** Whether a number is no plain whole one, so that it may be the same as another that is written otherwise. */
    private boolean spelledOtherwise(RecordFacts facts, int value) {
        for (int i = facts.from(value); !fractional && i < facts.to(value); i++) {
            byte b = facts.bytes()[i];
            if (b < '0' || b > '9') {
                return true;
            }
        }
        return fractional;
    }

    private static boolean sameNumber(@Nullable String literal, BigDecimal number) {
        BigDecimal other = literal == null ? null : Attribute.number(literal);
        return other != null && number.compareTo(other) == 0;
    }
}
