package dev.sluice.policy.model;

import dev.sluice.policy.model.FormTraits.Left;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A form as the author wrote it, with all that is known of it without a value: how much it leaves, how it stands to others
 * of its kind, what it follows in a list, and what it is called (semantics B10 and D). A new form is a leaf.
 */
public sealed interface FormSpec {

    /** What holds of it whatever the value. */
    FormTraits traits();

    /** The word of the policy language. */
    String word();

    /** What becomes of the value, step by step. */
    default List<FormSpec> steps() {
        return List.of(this);
    }

    /**
     * Whether it tells all that another, which leaves as much, tells of the same value, and more. Of forms that say nothing
     * of each other neither is milder, so they cannot meet.
     */
    default boolean tellsMoreThan(FormSpec other) {
        return false;
    }

    /** Whether a value in this form is still another for each person, and the same in every document. */
    default boolean tellsApart() {
        return false;
    }

    /** Whether whoever has its key can turn it back: weaker than a pseudonym. */
    default boolean reversible() {
        return false;
    }

    /** Whether a platform matches people by it that it knows already, each identifier spelled by its rules. */
    default boolean matched() {
        return false;
    }

    /** Whether what it makes of a value may rest on the record's country too. */
    default boolean readsCountry() {
        return false;
    }

    /** Whether it tells an age of a date of birth. */
    default boolean tellsAge() {
        return false;
    }

    /** Whether its parameters decide which values it is fit for; else all of its kind are fit for the same ones. */
    default boolean choosy() {
        return false;
    }

    record AsIs() implements FormSpec {
        @Override
        public FormTraits traits() {
            return new FormTraits(Left.ALL, PipelineStep.ALONE, "as it is");
        }

        @Override
        public String word() {
            return "as_is";
        }

        @Override
        public boolean tellsApart() {
            return true;
        }
    }

    /** An envelope for the partner alone, around the form that wins. */
    record Encrypt() implements FormSpec {
        @Override
        public FormTraits traits() {
            return new FormTraits(Left.ALL, PipelineStep.SEALING, "encrypted to the partner");
        }

        @Override
        public String word() {
            return "encrypt";
        }

        @Override
        public boolean tellsApart() {
            return true;
        }
    }

    /** Several forms applied in turn. @param steps at least two */
    record Pipeline(List<FormSpec> steps) implements FormSpec {
        public Pipeline {
            steps = List.copyOf(steps);
        }

        @Override
        public FormTraits traits() {
            List<FormTraits> each = steps.stream().map(FormSpec::traits).toList();
            Left left = each.stream().map(FormTraits::left).max(Left::compareTo).orElse(Left.ALL);
            String text = each.stream().map(FormTraits::text).collect(Collectors.joining(", then "));
            return new FormTraits(left, PipelineStep.ALONE, text);
        }

        @Override
        public String word() {
            return steps.stream().map(FormSpec::word).collect(Collectors.joining(", "));
        }

        @Override
        public boolean tellsApart() {
            return steps.stream().allMatch(FormSpec::tellsApart);
        }

        @Override
        public boolean choosy() {
            return true;
        }
    }

    /** One thing that is done to a value. */
    non-sealed interface Leaf extends FormSpec {}
}
