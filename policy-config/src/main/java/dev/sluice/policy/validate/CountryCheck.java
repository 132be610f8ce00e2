package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Regions;
import java.util.List;
import java.util.Locale;

/** Every country is an ISO 3166-1 alpha-2 code, every region a shipped one. */
final class CountryCheck implements BundleCheck {

    private static final Words REGIONS = new Words("unknown-region", "region", Regions.names(), Regions::known);
    private static final String HELP = "countries are written as ISO 3166-1 alpha-2 codes: `DE`, `GB`";

    @Override
    public void check(Bundle bundle, Problems problems) {
        bundle.partners().stream().map(Partner::countries).forEach(countries -> countries(countries, problems));
        for (Policy policy : bundle.policies()) {
            countries(policy.partners().countries(), problems);
        }
        bundle.forbids().forEach(forbid -> countries(forbid.to().countries(), problems));
        Conditions.leaves(bundle).forEach(leaf -> check(leaf, problems));
    }

    private static void countries(List<Named> countries, Problems problems) {
        countries.stream()
                .filter(country -> !country.isMissing())
                .filter(country -> !Countries.codes().contains(country.name().toUpperCase(Locale.ROOT)))
                .forEach(country -> problems.error(
                        "unknown-country",
                        country.location(),
                        "unknown country `" + country + "`",
                        help(country.name())));
    }

    private static String help(String written) {
        if (Regions.known(written)) {
            return "`" + written + "` is a region: regions of customers are asked for by `customer_region`";
        }
        String meant = Countries.alpha2(written);
        return meant == null ? HELP : "did you mean `" + meant + "`?";
    }

    private static void check(Condition leaf, Problems problems) {
        if (leaf instanceof Condition.CustomerCountry country) {
            countries(country.anyOf(), problems);
        }
        if (leaf instanceof Condition.CustomerRegion region) {
            REGIONS.check(List.copyOf(region.anyOf()), problems, REGIONS.all());
        }
    }
}
