package dev.sluice.policy.validate;

import dev.sluice.policy.condition.Term;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.OwnRegion;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.vocabulary.Regions;
import java.util.List;

/**
 * Every country, state, language and region is a known one, in partners and what the bundle says of the law, and so is
 * every word that a condition takes.
 */
final class CountryCheck implements BundleCheck {

    private final Regions regions;

    CountryCheck(Regions regions) {
        this.regions = regions;
    }

    @Override
    public void check(Bundle bundle, Problems problems) {
        Vocabularies known = new Vocabularies(regions, problems);
        bundle.partners().stream().map(Partner::countries).forEach(known::countries);
        for (Policy policy : bundle.policies()) {
            known.countries(policy.partners().countries());
        }
        bundle.forbids().forEach(forbid -> known.countries(forbid.to().countries()));
        bundle.invariants().forEach(one -> known.countries(one.promise().to().countries()));
        Conditions.leaves(bundle).forEach(leaf -> {
            if (leaf instanceof Term term) {
                term.checkWords(known);
            }
        });
        bundle.ownRegions().stream()
                .flatMap(region -> region.members().stream())
                .map(OwnRegion.Members::codes)
                .forEach(codes -> members(codes, known));
        bundle.ownAges()
                .forEach(own -> known.countries(
                        own.ages().stream().map(age -> age.country()).toList()));
    }

    private static void members(List<Named> codes, Vocabularies known) {
        known.countries(
                codes.stream().filter(code -> !code.name().contains("-")).toList());
        known.states(codes.stream().filter(code -> code.name().contains("-")).toList());
    }
}
