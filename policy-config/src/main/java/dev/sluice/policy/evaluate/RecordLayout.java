package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.RecordFacts;
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
 * @param state the slots where a state may stand
 * @param language the slots where a language may stand
 * @param gender null if the record type has none
 * @param birth null if the record type has none
 * @param attributes what attributes it has
 * @param facts what facts of its own it has
 * @param documentFacts what facts of the document hold for it; their slots are the document's
 * @param consents where it says what was agreed to
 */
public record RecordLayout(
        List<Id> ids,
        List<Scalar> noneIf,
        int[] country,
        int[] state,
        int[] language,
        @Nullable GenderSlots gender,
        @Nullable BirthSlots birth,
        List<AttributeSlots> attributes,
        List<FactSlots> facts,
        List<FactSlots> documentFacts,
        List<ConsentSlots> consents) {

    public RecordLayout {
        ids = List.copyOf(ids);
        noneIf = List.copyOf(noneIf);
        country = country.clone();
        state = state.clone();
        language = language.clone();
        facts = List.copyOf(facts);
        documentFacts = List.copyOf(documentFacts);
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

    /**
     * A fact of the record or the document.
     *
     * @param index the fact's number in the catalog
     * @param number whether its texts are read as numbers; else all is read as text
     * @param slots where it may stand
     * @param arrays for a fact of many values, the arrays on the way, from the outermost; empty for one of a single value
     */
    public record FactSlots(int index, boolean number, int[] slots, List<ArraySlots> arrays) {
        public FactSlots {
            slots = slots.clone();
            arrays = List.copyOf(arrays);
        }
    }

    /** An array, or an object whose names are data, and what stands in it. */
    public record ArraySlots(int container, RecordFacts.Kind kind, int element) {}

    /**
     * A place that says what was agreed to.
     *
     * @param place its number in the catalog
     * @param recordOnly whether it speaks for its record alone
     */
    public record ConsentSlots(
            int place, int[] slots, ConsentAdapter.Reader reader, GrantTerms terms, boolean recordOnly) {
        public ConsentSlots {
            slots = slots.clone();
        }
    }
}
