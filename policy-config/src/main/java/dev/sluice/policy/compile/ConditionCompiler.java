package dev.sluice.policy.compile;

import dev.sluice.policy.compile.CompiledCatalog.ConsentPlace;
import dev.sluice.policy.evaluate.AgeBound;
import dev.sluice.policy.evaluate.Check;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.evaluate.ConsentQuestion;
import dev.sluice.policy.evaluate.FactNeeds;
import dev.sluice.policy.evaluate.ValueTest;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Purposes;
import dev.sluice.policy.vocabulary.Regions;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns conditions into checks for one catalog and one request's purpose, and notes which facts they ask for. */
final class ConditionCompiler {

    private final CompiledCatalog catalog;
    private final String requestPurpose;
    private final boolean[] attributes;
    private boolean country;
    private boolean gender;
    private boolean birth;
    private final boolean[] consents;

    ConditionCompiler(CompiledCatalog catalog, String requestPurpose) {
        this.catalog = catalog;
        this.requestPurpose = requestPurpose;
        this.attributes = new boolean[catalog.attributes().size()];
        this.consents = new boolean[catalog.consentPlaces().size()];
    }

    /** @param key equal for conditions that always answer the same */
    record Keyed(Check check, String key) {}

    /** @param ofForms whether forms ask for the country too */
    FactNeeds needs(boolean ids, boolean ofForms) {
        return new FactNeeds(ids, country || ofForms, gender, birth, consents, attributes);
    }

    /** Has birth dates read whether or not a condition asks for them. */
    void askBirth() {
        birth = true;
    }

    /** Consent as a legal ground: given for its purpose, and nothing speaks against the request's. */
    Keyed basis(ConsentRequirement consent, String policyPurpose) {
        Keyed given = agreed(consent, policyPurpose);
        Check free = question(requestPurpose, channel(consent), consent.doubleOptIn())
                .notRefused();
        return new Keyed(Checks.all(List.of(given.check(), free)), given.key());
    }

    Keyed all(List<Condition> all, String purpose) {
        List<Keyed> parts = all.stream().map(one -> compile(one, purpose)).toList();
        return new Keyed(Checks.all(checks(parts)), "all" + sorted(parts));
    }

    /** @param purpose of the policy, which a consent without a purpose means */
    Keyed compile(Condition condition, String purpose) {
        if (condition instanceof Condition.All all) {
            return all(all.of(), purpose);
        }
        if (condition instanceof Condition.Any any) {
            List<Keyed> parts =
                    any.of().stream().map(one -> compile(one, purpose)).toList();
            return new Keyed(Checks.any(checks(parts)), "any" + sorted(parts));
        }
        if (condition instanceof Condition.Not not) {
            Keyed part = compile(not.of(), purpose);
            return new Keyed(Checks.not(part.check()), "not " + part.key());
        }
        if (condition instanceof Condition.Consent consent) {
            return agreed(consent.consent(), purpose);
        }
        if (condition instanceof Condition.Age age) {
            return age(age);
        }
        if (condition instanceof Condition.Gender one) {
            gender = true;
            Set<String> words = one.anyOf().stream()
                    .map(word -> word.name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Keyed(Checks.gender(words), "gender" + words);
        }
        if (condition instanceof Condition.CustomerCountry countries) {
            return countries(countries.anyOf().stream().map(ConditionCompiler::code));
        }
        if (condition instanceof Condition.CustomerRegion regions) {
            return countries(regions.anyOf().stream().flatMap(region -> Regions.countries(region.name()).stream()));
        }
        return attribute((Condition.Attribute) condition);
    }

    private Keyed countries(Stream<String> codes) {
        country = true;
        Set<String> wanted = codes.collect(Collectors.toCollection(TreeSet::new));
        return new Keyed(Checks.country(wanted), "country" + wanted);
    }

    private static String code(Named country) {
        String code = Countries.alpha2(country.name());
        if (code == null) {
            throw new IllegalStateException("an unknown country passed the checks at load");
        }
        return code;
    }

    private Keyed age(Condition.Age age) {
        birth = true;
        country |= !(age.bound() instanceof Condition.AgeBound.Years);
        Check atLeast = Checks.atLeast(bound(age.bound()));
        String key = "age " + age.bound();
        return age.atLeast() ? new Keyed(atLeast, key) : new Keyed(Checks.not(atLeast), "not " + key);
    }

    private static AgeBound bound(Condition.AgeBound bound) {
        if (bound instanceof Condition.AgeBound.Years years) {
            return AgeBound.years(years.years());
        }
        return AgeBound.of(bound instanceof Condition.AgeBound.Majority ? AgeTable.MAJORITY : AgeTable.DIGITAL_CONSENT);
    }

    private Keyed attribute(Condition.Attribute attribute) {
        int index = catalog.attributes().indexOf(attribute.name().name());
        String key = "attribute " + attribute.name() + " " + attribute.test();
        if (index < 0) {
            return new Keyed(Checks.unknown(), key);
        }
        attributes[index] = true;
        return new Keyed(Checks.attribute(index, test(attribute.test())), key);
    }

    private static ValueTest test(Condition.ValueTest test) {
        if (test instanceof Condition.ValueTest.AnyOf anyOf) {
            return ValueTest.anyOf(scalars(anyOf.values()));
        }
        if (test instanceof Condition.ValueTest.NoneOf noneOf) {
            return ValueTest.noneOf(scalars(noneOf.values()));
        }
        return test instanceof Condition.ValueTest.AtLeast bound
                ? ValueTest.atLeast(new BigDecimal(bound.number()))
                : ValueTest.below(new BigDecimal(((Condition.ValueTest.Below) test).number()));
    }

    private static List<Scalar> scalars(List<FactValue> values) {
        return values.stream().map(LayoutCompiler::scalar).toList();
    }

    private Keyed agreed(ConsentRequirement consent, String policyPurpose) {
        Named named = consent.purpose();
        String purpose = named == null ? policyPurpose : named.name();
        String channel = channel(consent);
        String key = "consent " + purpose + " " + channel + " " + consent.doubleOptIn();
        return new Keyed(question(purpose, channel, consent.doubleOptIn()).agreed(), key);
    }

    private static @Nullable String channel(ConsentRequirement consent) {
        Named channel = consent.channel();
        return channel == null ? null : channel.name();
    }

    /** A grant counts for exactly its purpose, a refusal for all below it; without a channel a grant must name none. */
    private ConsentQuestion question(String purpose, @Nullable String channel, boolean doubleOptIn) {
        List<ConsentPlace> places = catalog.consentPlaces();
        boolean[] granting = new boolean[places.size()];
        boolean[] refusing = new boolean[places.size()];
        for (int k = 0; k < granting.length; k++) {
            ConsentPlace place = places.get(k);
            String own = place.channel();
            granting[k] = place.purpose().equals(purpose) && (own == null || own.equals(channel));
            refusing[k] = Purposes.covers(place.purpose(), purpose)
                    && (own == null || channel == null || own.equals(channel));
            consents[k] |= granting[k] || refusing[k];
        }
        return new ConsentQuestion(granting, refusing, doubleOptIn);
    }

    private static List<Check> checks(List<Keyed> parts) {
        return parts.stream().map(Keyed::check).toList();
    }

    private static List<String> sorted(List<Keyed> parts) {
        return parts.stream().map(Keyed::key).sorted().toList();
    }
}
