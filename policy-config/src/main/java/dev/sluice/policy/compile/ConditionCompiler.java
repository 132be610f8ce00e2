package dev.sluice.policy.compile;

import dev.sluice.policy.decision.Ternary;
import dev.sluice.policy.evaluate.AgeBound;
import dev.sluice.policy.evaluate.Check;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.evaluate.FactNeeds;
import dev.sluice.policy.evaluate.RegionCheck;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Languages;
import dev.sluice.policy.vocabulary.States;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns conditions into checks for one catalog, partner and request's purpose, and notes which facts they ask for. */
final class ConditionCompiler {

    private final CompiledCatalog catalog;
    private final String requestPurpose;
    private final Law law;
    private final ConsentQuestions questions;
    private final PartnerConditions partner;
    private final boolean[] attributes;
    private final boolean[] facts;
    private boolean country;
    private boolean state;
    private boolean language;
    private boolean gender;
    private boolean birth;

    ConditionCompiler(CompiledCatalog catalog, Partner partner, String requestPurpose, Law law) {
        this.catalog = catalog;
        this.requestPurpose = requestPurpose;
        this.law = law;
        this.questions = new ConsentQuestions(catalog, partner);
        this.partner = new PartnerConditions(partner, law.regions());
        this.attributes = new boolean[catalog.attributes().size()];
        this.facts = new boolean[catalog.facts().size()];
    }

    /** @param key equal for conditions that always answer the same */
    record Keyed(Check check, String key) {}

    /** @param ofForms whether forms ask for the country too */
    FactNeeds needs(boolean ids, boolean ofForms) {
        return new FactNeeds(
                ids, country || ofForms, state, language, gender, birth, questions.asked(), attributes, facts);
    }

    /** Has birth dates read whether or not a condition asks for them. */
    void askBirth() {
        birth = true;
    }

    /** The consents that were asked for since this was called last. */
    List<AskedConsent> askedSince() {
        return questions.askedSince();
    }

    /** Consent as a legal ground: given for its purpose, and nothing speaks against the request's. */
    Keyed basis(ConsentRequirement consent, String policyPurpose) {
        Keyed given = agreed(consent, policyPurpose);
        Check free = questions.required(requestPurpose, consent).notRefused();
        return new Keyed(Checks.all(List.of(given.check(), free)), given.key());
    }

    /** A legal ground that an objection to the request's purpose takes away. */
    Keyed unopposed() {
        return new Keyed(questions.objection(requestPurpose).notRefused(), "unopposed");
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
            return not(compile(not.of(), purpose));
        }
        return condition instanceof Condition.Consent consent
                ? agreed(consent.consent(), purpose)
                : ofCustomer(condition);
    }

    private Keyed ofCustomer(Condition condition) {
        if (condition instanceof Condition.Age age) {
            return age(age);
        }
        if (condition instanceof Condition.Gender one) {
            gender = true;
            Set<String> words = words(one.anyOf(), word -> word.toLowerCase(Locale.ROOT));
            return new Keyed(Checks.gender(words), "gender" + words);
        }
        if (condition instanceof Condition.CustomerCountry countries) {
            country = true;
            Set<String> wanted = words(countries.anyOf(), Countries::alpha2);
            return new Keyed(Checks.country(wanted), "country" + wanted);
        }
        if (condition instanceof Condition.CustomerRegion regions) {
            country = true;
            state = true;
            Set<String> names = words(regions.anyOf(), name -> name);
            return new Keyed(
                    new RegionCheck(names.stream().map(law.regions()::region).toList()), "region" + names);
        }
        if (condition instanceof Condition.CustomerState states) {
            state = true;
            Set<String> wanted = words(states.anyOf(), States::code);
            return new Keyed(Checks.state(wanted), "state" + wanted);
        }
        if (condition instanceof Condition.Language languages) {
            language = true;
            Set<String> wanted = words(languages.anyOf(), Languages::primary);
            return new Keyed(Checks.language(wanted), "language" + wanted);
        }
        if (condition instanceof Condition.Attribute attribute) {
            return attribute(attribute);
        }
        return condition instanceof Condition.Fact fact ? fact(fact) : ofExchange(condition);
    }

    private Keyed ofExchange(Condition condition) {
        if (condition instanceof Condition.PartnerCountry countries) {
            Set<String> wanted = words(countries.anyOf(), Countries::alpha2);
            return new Keyed(partner.country(wanted), "partner country" + wanted);
        }
        if (condition instanceof Condition.PartnerRegion regions) {
            Set<String> names = words(regions.anyOf(), name -> name);
            return new Keyed(partner.region(names), "partner region" + names);
        }
        if (condition instanceof Condition.TransferBasis bases) {
            Set<String> wanted = words(bases.anyOf(), name -> name);
            return new Keyed(partner.transferBasis(wanted), "transfer basis" + wanted);
        }
        if (condition instanceof Condition.CallerRoles roles) {
            return callerRoles(roles);
        }
        if (condition instanceof Condition.Valid valid) {
            LocalDate from = valid.from() == null ? LocalDate.MIN : valid.from();
            LocalDate until = valid.until() == null ? LocalDate.MAX : valid.until();
            Check check = Checks.daily(day -> Ternary.of(!day.isBefore(from) && !day.isAfter(until)));
            return new Keyed(check, "valid " + from + " " + until);
        }
        throw new IllegalStateException("no check for " + condition.getClass().getSimpleName());
    }

    private static Keyed callerRoles(Condition.CallerRoles roles) {
        Set<String> wanted = words(roles.roles(), name -> name);
        return switch (roles.match()) {
            case ANY_OF -> new Keyed(Checks.anyCallerRole(wanted), "any role" + wanted);
            case ALL_OF -> new Keyed(Checks.allCallerRoles(wanted), "all roles" + wanted);
            case NONE_OF -> not(new Keyed(Checks.anyCallerRole(wanted), "any role" + wanted));
        };
    }

    private static Keyed not(Keyed part) {
        return new Keyed(Checks.not(part.check()), "not " + part.key());
    }

    /** The words in the one spelling that all others mean, sorted. */
    private static Set<String> words(List<Named> named, Function<String, @Nullable String> spelling) {
        Set<String> words = new TreeSet<>();
        for (Named one : named) {
            String word = spelling.apply(one.name());
            if (word == null) {
                throw new IllegalStateException("an unknown word passed the checks at load");
            }
            words.add(word);
        }
        return words;
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
        return new Keyed(Checks.attribute(index, ValueTests.of(attribute.test())), key);
    }

    /** Of many values some must pass a positive test, so a negative one is passed only if all do. */
    private Keyed fact(Condition.Fact fact) {
        String key = "fact " + fact.name() + " " + fact.test();
        int index = 0;
        while (index < facts.length
                && !catalog.facts().get(index).name().equals(fact.name().name())) {
            index++;
        }
        if (index == facts.length) {
            return new Keyed(Checks.unknown(), key);
        }
        facts[index] = true;
        boolean number = catalog.facts().get(index).number();
        Check some = Checks.someValue(index, ValueTests.positive(fact.test(), number));
        return new Keyed(ValueTests.negative(fact.test()) ? Checks.not(some) : some, key);
    }

    private Keyed agreed(ConsentRequirement consent, String policyPurpose) {
        Named named = consent.purpose();
        String purpose = named == null ? policyPurpose : named.name();
        return new Keyed(questions.required(purpose, consent).agreed(), ConsentQuestions.key(purpose, consent));
    }

    private static List<Check> checks(List<Keyed> parts) {
        return parts.stream().map(Keyed::check).toList();
    }

    private static List<String> sorted(List<Keyed> parts) {
        return parts.stream().map(Keyed::key).sorted().toList();
    }
}
