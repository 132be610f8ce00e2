package dev.sluice.policy.transform;

import dev.sluice.policy.model.FormSpec;
import java.util.List;
import java.util.Optional;

/** All forms by their words, in the order in which they are told: one line for each. */
public final class Transforms {

    private static final List<FormWord> ALL = List.of(
            FormWord.alone("as_is", new FormSpec.AsIs()),
            ReplaceSpec.WORD,
            NullifySpec.WORD,
            MaskSpec.WORD,
            MaskEmailSpec.WORD,
            InitialSpec.WORD,
            TruncateSpec.WORD,
            DatePartSpec.WORD,
            AgeBandSpec.WORD,
            BucketSpec.WORD,
            RoundSpec.WORD,
            IpTruncateSpec.WORD,
            MatchHashSpec.WORD,
            PseudonymSpec.WORD,
            TokenizeSpec.WORD,
            FpeSpec.WORD,
            FormWord.alone("encrypt", new FormSpec.Encrypt()));

    private static final List<String> WORDS = ALL.stream().map(FormWord::word).toList();

    private Transforms() {}

    public static List<String> words() {
        return WORDS;
    }

    public static Optional<FormWord> find(String word) {
        return ALL.stream().filter(one -> one.word().equals(word)).findFirst();
    }
}
