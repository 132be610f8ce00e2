package dev.sluice.policy.evaluate;

import dev.sluice.policy.evaluate.RecordLayout.ArraySlots;
import dev.sluice.policy.evaluate.RecordLayout.FactSlots;
import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts of a record, or of the document around it. A fact of many values is known only if every array on the way
 * is there and every element yields a value.
 */
final class FactSlotsReader {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private final FactSlots[] facts;

    FactSlotsReader(List<FactSlots> facts, FactNeeds needs) {
        this.facts = facts.stream().filter(fact -> needs.facts()[fact.index()]).toArray(FactSlots[]::new);
    }

    /** Whether there is anything to read. */
    boolean asks() {
        return facts.length > 0;
    }

    void read(RecordFacts from, Person person) {
        for (FactSlots fact : facts) {
            person.facts[fact.index()] = fact.arrays().isEmpty() ? single(from, fact) : many(from, fact);
        }
    }

    private static @Nullable FactValues single(RecordFacts from, FactSlots fact) {
        Attribute result = null;
        for (int slot : fact.slots()) {
            for (int value = from.first(slot); value != RecordFacts.NONE; value = from.next(value)) {
                Attribute one = from.kind(value) == RecordFacts.Kind.NULL ? null : value(from, value, fact.number());
                if (one != null && result != null && !result.same(one)) {
                    result = Attribute.UNKNOWN;
                } else if (one != null) {
                    result = one;
                }
            }
        }
        return result == null ? null : FactValues.of(result);
    }

    private static @Nullable FactValues many(RecordFacts from, FactSlots fact) {
        int expected = 1;
        boolean known = true;
        for (ArraySlots array : fact.arrays()) {
            known &= count(from, array.container(), array.kind()) == expected;
            expected = count(from, array.element(), null);
        }
        List<Attribute> values = new ArrayList<>();
        int found = 0;
        for (int value = from.first(fact.slots()[0]); value != RecordFacts.NONE; value = from.next(value)) {
            Attribute one =
                    from.kind(value) == RecordFacts.Kind.NULL ? Attribute.UNKNOWN : value(from, value, fact.number());
            known &= one != Attribute.UNKNOWN;
            found++;
            if (one != Attribute.UNKNOWN) {
                values.add(one);
            }
        }
        return new FactValues(values, known && found == expected);
    }

    /** How many values stand at a slot; one of another kind than wanted makes it less than none. */
    private static int count(RecordFacts from, int slot, RecordFacts.@Nullable Kind wanted) {
        int count = 0;
        for (int value = from.first(slot); value != RecordFacts.NONE; value = from.next(value)) {
            RecordFacts.Kind kind = from.kind(value);
            if (kind == RecordFacts.Kind.UNUSABLE || (wanted != null && kind != wanted)) {
                return -1;
            }
            count++;
        }
        return count;
    }

    private static Attribute value(RecordFacts from, int value, boolean number) {
        return switch (from.kind(value)) {
            case STRING, NUMBER, TRUE, FALSE -> value(from.text(value), number);
            case NULL, OBJECT, ARRAY, UNUSABLE -> Attribute.UNKNOWN;
        };
    }

    private static Attribute value(@Nullable String text, boolean number) {
        if (text == null) {
            return Attribute.UNKNOWN;
        }
        if (!number) {
            return Attribute.of(Scalar.string(text));
        }
        String stripped = text.strip();
        return NUMBER.matcher(stripped).matches() ? Attribute.of(Scalar.number(stripped)) : Attribute.UNKNOWN;
    }
}
