package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.vocabulary.Countries;
import java.util.List;
import java.util.Set;

/** The customer lives in one of these countries, ISO 3166-1 alpha-2. */
public record CustomerCountry(List<Named> anyOf, SourceLocation location) implements Term {

    static final TermWord WORD = TermWord.anyOf("customer_country", ListSort.COUNTRIES, CustomerCountry::new);

    public CustomerCountry {
        anyOf = List.copyOf(anyOf);
    }

    @Override
    public KeyedCheck check(FactSource facts) {
        facts.ask(CustomerFact.COUNTRY);
        Set<String> wanted = Spelling.of(anyOf, Countries::alpha2);
        return new KeyedCheck(Checks.country(wanted), "country" + wanted);
    }

    @Override
    public String clause(boolean holds) {
        return "the customer " + (holds ? "lives" : "does not live") + " in " + Listing.or(anyOf);
    }

    @Override
    public void cut(FactCuts cuts) {
        cuts.countries(Spelling.known(anyOf, Countries::alpha2));
    }

    @Override
    public void checkWords(Dictionary words) {
        words.countries(anyOf);
    }
}
