package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Invariant;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The forms that an invariant allows are known ones. */
final class InvariantCheck implements BundleCheck {

    private static final Words FORMS = Words.of("form", forms());

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Invariant invariant : bundle.invariants()) {
            if (invariant.promise().limit() instanceof Invariant.Limit.These these) {
                FORMS.check(these.forms(), problems, FORMS.all());
            }
        }
    }

    private static SortedSet<String> forms() {
        SortedSet<String> words = new TreeSet<>();
        add(FormSpec.class, words);
        words.remove("pipeline");
        return words;
    }

    private static void add(Class<?> type, SortedSet<String> words) {
        if (type.isSealed()) {
            List.of(type.getPermittedSubclasses()).forEach(one -> add(one, words));
        } else {
            words.add(FormSpec.word(type.asSubclass(FormSpec.class)));
        }
    }
}
