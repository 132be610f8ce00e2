package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.vocabulary.Countries;
import java.util.List;
import java.util.Set;

/** Whether all of the partner's countries are among these; unknown if only some are. */
public record PartnerCountry(List<Named> anyOf, SourceLocation location) implements Term {

    static final TermWord WORD = TermWord.anyOf("partner_country", ListSort.COUNTRIES, PartnerCountry::new);

    public PartnerCountry {
        anyOf = List.copyOf(anyOf);
    }

    @Override
    public KeyedCheck check(FactSource facts) {
        Set<String> wanted = Spelling.of(anyOf, Countries::alpha2);
        return new KeyedCheck(Destination.of(facts).country(wanted), "partner country" + wanted);
    }

    @Override
    public String clause(boolean holds) {
        return "the partner is " + (holds ? "" : "not ") + "in " + Listing.or(anyOf);
    }

    @Override
    public void cut(FactCuts cuts) {}

    @Override
    public void checkWords(Dictionary words) {
        words.countries(anyOf);
    }

    @Override
    public boolean ofPartner() {
        return true;
    }
}
