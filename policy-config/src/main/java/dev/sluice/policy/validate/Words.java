package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Named;
import java.util.Collection;
import java.util.function.Predicate;

/** One list of known words, and the problem that a word outside it is. */
record Words(String code, String noun, Collection<String> known, Predicate<String> knows) {

    static Words of(String noun, Collection<String> known) {
        return new Words("unknown-" + noun, noun, known, known::contains);
    }

    /** @param otherwise the help if no known word is near */
    void check(Named word, Problems problems, String otherwise) {
        if (!word.isMissing() && !knows.test(word.name())) {
            problems.error(
                    code,
                    word.location(),
                    "unknown " + noun + " `" + word.name() + "`",
                    NearestName.help(word.name(), known, otherwise));
        }
    }

    void check(Collection<Named> words, Problems problems, String otherwise) {
        words.forEach(word -> check(word, problems, otherwise));
    }

    /** All known words, for lists short enough to be told. */
    String all() {
        return known.isEmpty()
                ? "the bundle declares none"
                : "known are `" + String.join("`, `", known.stream().sorted().toList()) + "`";
    }
}
