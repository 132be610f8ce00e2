package dev.sluice.policy.condition;

import dev.sluice.policy.model.Named;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Words in the one spelling that all others mean, sorted. */
final class Spelling {

    private Spelling() {}

    /** @param spelling null for an unknown word, which the checks at load refuse */
    static Set<String> of(List<Named> named, Function<String, @Nullable String> spelling) {
        Set<String> words = new TreeSet<>();
        for (Named one : named) {
            String word = spelling.apply(one.name());
            if (word == null) {
                throw new IllegalStateException("an unknown word passed the checks at load");
            }
            words.add(word);
        }
        return words;
    }

    static Set<String> of(List<Named> named) {
        return of(named, name -> name);
    }

    /** As {@link #of}, without the unknown ones. */
    static Set<String> known(List<Named> named, Function<String, @Nullable String> spelling) {
        return named.stream()
                .map(one -> spelling.apply(one.name()))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
