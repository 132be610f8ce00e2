package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import java.util.List;
import java.util.Set;

/** Whether all of the partner's countries lie in one of these regions; unknown if only some do. */
public record PartnerRegion(List<Named> anyOf, SourceLocation location) implements Term {

    static final TermWord WORD = TermWord.anyOf("partner_region", ListSort.REGIONS, PartnerRegion::new);

    public PartnerRegion {
        anyOf = List.copyOf(anyOf);
    }

    @Override
    public KeyedCheck check(FactSource facts) {
        Set<String> names = Spelling.of(anyOf);
        return new KeyedCheck(Destination.of(facts).region(names), "partner region" + names);
    }

    @Override
    public String clause(boolean holds) {
        return "the partner is " + (holds ? "" : "not ") + "in the region " + Listing.or(anyOf);
    }

    @Override
    public void cut(FactCuts cuts) {
        cuts.partnerDays();
    }

    @Override
    public void checkWords(Dictionary words) {
        words.regions(anyOf);
    }

    @Override
    public boolean ofPartner() {
        return true;
    }
}
