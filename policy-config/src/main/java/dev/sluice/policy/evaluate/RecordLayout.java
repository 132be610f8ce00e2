package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.Scalar;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the fact slots of one record type mean.
 *
 * @param ids in the order in which they name the person
 * @param noneIf ids that stand for nobody in particular
 * @param country the slots where a country may stand
 * @param gender null if the record type has none
 * @param birth null if the record type has none
 * @param attributes what attributes it has
 * @param consents where it says what was agreed to
 */
public record RecordLayout(
        List<Id> ids,
        List<Scalar> noneIf,
        int[] country,
        @Nullable GenderSlots gender,
        @Nullable BirthSlots birth,
        List<AttributeSlots> attributes,
        List<ConsentSlots> consents) {

    public RecordLayout {
        ids = List.copyOf(ids);
        noneIf = List.copyOf(noneIf);
        country = country.clone();
        attributes = List.copyOf(attributes);
        consents = List.copyOf(consents);
    }

    /**
     * One place of an id.
     *
     * @param namespace its number in the catalog; 0 is the shop's own
     * @param prefix what a canonical id of the namespace begins with; empty for the shop's own
     * @param email whether the ids are e-mail addresses
     */
    public record Id(int slot, int namespace, String prefix, boolean email) {}

    /** @param words the document's word in lower case to {@code male}, {@code female} or {@code other} */
    public record GenderSlots(int[] slots, Map<String, String> words) {
        public GenderSlots {
            slots = slots.clone();
            words = Map.copyOf(words);
        }
    }

    /** Where a birth date may stand, and how it is read. */
    public record BirthSlots(int[] slots, BirthDates dates) {
        public BirthSlots {
            slots = slots.clone();
        }
    }

    /** @param index the attribute's number in the catalog */
    public record AttributeSlots(int index, int[] slots) {
        public AttributeSlots {
            slots = slots.clone();
        }
    }

    /** @param place its number in the catalog @param recordOnly whether it speaks for its record alone */
    public record ConsentSlots(int place, int[] slots, ConsentAdapter.Reader reader, boolean recordOnly) {
        public ConsentSlots {
            slots = slots.clone();
        }
    }
}
