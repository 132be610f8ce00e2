package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.Scalar;
import java.nio.charset.StandardCharsets;

/** A scalar that a bundle spells out, to be compared with what stands in a document: same JSON type, same text. */
final class Literal {

    private final RecordFacts.Kind kind;
    private final String text;
    private final byte[] bytes;

    Literal(Scalar scalar) {
        this.text = scalar.text();
        this.bytes = text.getBytes(StandardCharsets.UTF_8);
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
            return Texts.same(facts.bytes(), facts.from(value), facts.to(value), bytes);
        }
        return text.equals(facts.text(value));
    }
}
