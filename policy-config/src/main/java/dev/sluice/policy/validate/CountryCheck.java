package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Regions;
import java.util.List;

/** Every country is an ISO 3166-1 alpha-2 code, every region a shipped one. */
final class CountryCheck implements BundleCheck {

    private static final Words COUNTRIES = new Words("unknown-country", "country", Countries.codes(), Countries::known);
    private static final Words REGIONS = new Words("unknown-region", "region", Regions.names(), Regions::known);
    private static final String HELP = "countries are written as ISO 3166-1 alpha-2 codes: `DE`, `GB`";

    @Override
    public void check(Bundle bundle, Problems problems) {
        bundle.partners().stream()
                .map(Partner::countries)
                .forEach(countries -> COUNTRIES.check(countries, problems, HELP));
        for (Policy policy : bundle.policies()) {
            COUNTRIES.check(policy.partners().countries(), problems, HELP);
            Conditions.leaves(policy).forEach(leaf -> check(leaf, problems));
        }
    }

    private static void check(Condition leaf, Problems problems) {
        if (leaf instanceof Condition.CustomerCountry country) {
            country.anyOf().stream()
                    .filter(name -> Regions.known(name.name()))
                    .forEach(name -> problems.error(
                            "unknown-country",
                            name.location(),
                            "`" + name.name() + "` is a region (expected: a country)",
                            "write `customer_region: " + name.name() + "`"));
            COUNTRIES.check(
                    country.anyOf().stream()
                            .filter(name -> !Regions.known(name.name()))
                            .toList(),
                    problems,
                    HELP);
        }
        if (leaf instanceof Condition.CustomerRegion region) {
            REGIONS.check(List.copyOf(region.anyOf()), problems, REGIONS.all());
        }
    }
}
