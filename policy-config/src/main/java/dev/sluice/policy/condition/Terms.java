package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Condition;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All terms by their words, in the order in which they are told: one line for each. */
public final class Terms {

    private static final List<TermWord> ALL = List.of(
            Age.WORD,
            CustomerCountry.WORD,
            CustomerRegion.WORD,
            CustomerState.WORD,
            PartnerCountry.WORD,
            PartnerRegion.WORD,
            TransferBasis.WORD,
            CallerRoles.WORD,
            Valid.WORD,
            Gender.WORD,
            Language.WORD,
            Attribute.WORD);

    private static final List<String> WORDS = Stream.of(
                    Stream.of("is", "consent"), ALL.stream().map(TermWord::word), Stream.of("all", "any", "not"))
            .flatMap(words -> words)
            .toList();

    private Terms() {}

    /** The words that conditions begin with, those that join others included; every other word is the name of a fact. */
    public static List<String> words() {
        return WORDS;
    }

    /** What is true from a day on. */
    public static Condition from(LocalDate day, SourceLocation location) {
        return new Valid(day, null, location);
    }

    public static Optional<TermWord> find(String word) {
        return ALL.stream().filter(one -> one.word().equals(word)).findFirst();
    }
}
