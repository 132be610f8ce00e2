package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.vocabulary.Languages;
import java.util.List;
import java.util.Set;

/** The customer speaks one of these languages: primary subtags such as {@code de}. */
public record Language(List<Named> anyOf, SourceLocation location) implements Term {

    static final TermWord WORD = TermWord.anyOf("language", ListSort.VALUES, Language::new);

    public Language {
        anyOf = List.copyOf(anyOf);
    }

    @Override
    public KeyedCheck check(FactSource facts) {
        facts.ask(CustomerFact.LANGUAGE);
        Set<String> wanted = Spelling.of(anyOf, Languages::primary);
        return new KeyedCheck(Checks.language(wanted), "language" + wanted);
    }

    @Override
    public String clause(boolean holds) {
        return "the customer's language is " + (holds ? "" : "not ") + Listing.or(anyOf);
    }

    @Override
    public void cut(FactCuts cuts) {
        Spelling.known(anyOf, Languages::primary).forEach(cuts::language);
    }

    @Override
    public void checkWords(Dictionary words) {
        words.languages(anyOf);
    }
}
