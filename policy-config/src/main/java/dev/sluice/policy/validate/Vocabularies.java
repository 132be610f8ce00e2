package dev.sluice.policy.validate;

import dev.sluice.policy.condition.Dictionary;
import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Languages;
import dev.sluice.policy.vocabulary.Regions;
import dev.sluice.policy.vocabulary.States;
import java.util.List;
import java.util.Locale;

/** The countries, states, regions and languages that a bundle may name. */
final class Vocabularies implements Dictionary {

    private static final String HELP = "countries are written as ISO 3166-1 alpha-2 codes: `DE`, `GB`";

    private final Regions regions;
    private final Words regionWords;
    private final Problems problems;

    Vocabularies(Regions regions, Problems problems) {
        this.regions = regions;
        this.regionWords = new Words("unknown-region", "region", regions.names(), regions::known);
        this.problems = problems;
    }

    @Override
    public Problems problems() {
        return problems;
    }

    @Override
    public void countries(List<Named> countries) {
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

    @Override
    public void regions(List<Named> names) {
        regionWords.check(names, problems, regionWords.all());
    }

    @Override
    public void states(List<Named> states) {
        states.forEach(this::state);
    }

    private void state(Named state) {
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

    @Override
    public void languages(List<Named> languages) {
        languages.forEach(this::language);
    }

    private void language(Named language) {
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
