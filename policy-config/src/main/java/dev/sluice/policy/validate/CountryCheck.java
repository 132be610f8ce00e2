package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.OwnRegion;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Languages;
import dev.sluice.policy.vocabulary.Regions;
import dev.sluice.policy.vocabulary.States;
import java.util.List;
import java.util.Locale;

/**
 * Every country, state, language and region is a known one, in partners, conditions and what the bundle says of the
 * law.
 */
final class CountryCheck implements BundleCheck {

    private static final String HELP = "countries are written as ISO 3166-1 alpha-2 codes: `DE`, `GB`";

    private final Regions regions;
    private final Words regionWords;

    CountryCheck(Regions regions) {
        this.regions = regions;
        this.regionWords = new Words("unknown-region", "region", regions.names(), regions::known);
    }

    @Override
    public void check(Bundle bundle, Problems problems) {
        bundle.partners().stream().map(Partner::countries).forEach(countries -> countries(countries, problems));
        for (Policy policy : bundle.policies()) {
            countries(policy.partners().countries(), problems);
        }
        bundle.forbids().forEach(forbid -> countries(forbid.to().countries(), problems));
        bundle.invariants().forEach(one -> countries(one.promise().to().countries(), problems));
        Conditions.leaves(bundle).forEach(leaf -> check(leaf, problems));
        bundle.ownRegions().stream()
                .flatMap(region -> region.members().stream())
                .map(OwnRegion.Members::codes)
                .forEach(codes -> members(codes, problems));
        bundle.ownAges()
                .forEach(own ->
                        countries(own.ages().stream().map(age -> age.country()).toList(), problems));
    }

    private void check(Condition leaf, Problems problems) {
        if (leaf instanceof Condition.CustomerCountry country) {
            countries(country.anyOf(), problems);
        }
        if (leaf instanceof Condition.PartnerCountry country) {
            countries(country.anyOf(), problems);
        }
        if (leaf instanceof Condition.CustomerRegion region) {
            regionWords.check(region.anyOf(), problems, regionWords.all());
        }
        if (leaf instanceof Condition.PartnerRegion region) {
            regionWords.check(region.anyOf(), problems, regionWords.all());
        }
        if (leaf instanceof Condition.CustomerState state) {
            state.anyOf().forEach(one -> state(one, problems));
        }
        if (leaf instanceof Condition.Language language) {
            language.anyOf().forEach(one -> language(one, problems));
        }
    }

    private void countries(List<Named> countries, Problems problems) {
        countries.stream()
                .filter(country -> !country.isMissing())
                .filter(country -> !Countries.codes().contains(country.name().toUpperCase(Locale.ROOT)))
                .forEach(country -> problems.error(
                        "unknown-country",
                        country.location(),
                        "unknown country `" + country + "`",
                        help(country.name())));
    }

    private String help(String written) {
        if (regions.known(written)) {
            return "`" + written + "` is a region: they are asked for by `customer_region` and `partner_region`";
        }
        String meant = Countries.alpha2(written);
        return meant == null ? HELP : "did you mean `" + meant + "`?";
    }

    private void members(List<Named> codes, Problems problems) {
        countries(codes.stream().filter(code -> !code.name().contains("-")).toList(), problems);
        codes.stream().filter(code -> code.name().contains("-")).forEach(code -> state(code, problems));
    }

    private static void state(Named state, Problems problems) {
        if (!state.isMissing() && States.code(state.name()) == null) {
            problems.error(
                    "unknown-state",
                    state.location(),
                    "unknown state `" + state + "`",
                    NearestName.help(
                            state.name().toUpperCase(Locale.ROOT),
                            States.codes(),
                            "states are written as ISO 3166-2 codes: `US-CA`, `DE-BY`"));
        }
    }

    private static void language(Named language, Problems problems) {
        if (!language.isMissing() && !Languages.codes().contains(language.name().toLowerCase(Locale.ROOT))) {
            String meant = Languages.primary(language.name());
            problems.error(
                    "unknown-language",
                    language.location(),
                    "unknown language `" + language + "`",
                    meant == null
                            ? "languages are written as primary subtags: `de`, `en`"
                            : "did you mean `" + meant + "`?");
        }
    }
}
