package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.RegionCheck;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.vocabulary.Region;
import java.util.List;
import java.util.Set;

/** The customer lives in one of these regions by name ({@code EU}, {@code EEA}, …). */
public record CustomerRegion(List<Named> anyOf, SourceLocation location) implements Term {

    static final TermWord WORD = TermWord.anyOf("customer_region", ListSort.REGIONS, CustomerRegion::new);

    public CustomerRegion {
        anyOf = List.copyOf(anyOf);
    }

    @Override
    public KeyedCheck check(FactSource facts) {
        facts.ask(CustomerFact.COUNTRY);
        facts.ask(CustomerFact.STATE);
        Set<String> names = Spelling.of(anyOf);
        List<Region> regions = names.stream().map(facts.regions()::region).toList();
        return new KeyedCheck(new RegionCheck(regions), "region" + names);
    }

    @Override
    public String clause(boolean holds) {
        return "the customer " + (holds ? "lives" : "does not live") + " in the region " + Listing.or(anyOf);
    }

    @Override
    public void cut(FactCuts cuts) {
        anyOf.forEach(region -> cuts.region(region.name()));
    }

    @Override
    public void checkWords(Dictionary words) {
        words.regions(anyOf);
    }
}
