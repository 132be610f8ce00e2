package dev.sluice.policy.transform;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.vocabulary.Categories;

/** A form that does one thing to a value. What there is to say of it, each says itself. */
public interface Transform extends FormSpec.Leaf {

    /** What a single step of a list is that is neither as it is nor an envelope: a transform, each of them. */
    static Transform of(FormSpec step) {
        if (step instanceof Transform transform) {
            return transform;
        }
        throw new IllegalStateException("no such form: " + step.getClass().getSimpleName());
    }

    /** The form that works. It withholds what it cannot apply to. */
    Form form(Setting setting);

    /** Whether the field on which it stands has a say in what it makes, and not its parameters and keys alone. */
    default boolean readsField() {
        return false;
    }

    /** Whether what it makes of a value rests on the record's country too, where it is to work. */
    default boolean readsCountry(Setting setting) {
        return readsCountry();
    }

    /** Asks whether it is fit for anything of a category that is known. */
    default void checkCategory(Named category, Categories categories, Problems problems) {}
}
