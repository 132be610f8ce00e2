package dev.sluice.policy.world;

import dev.sluice.policy.model.Condition;
import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Languages;
import dev.sluice.policy.vocabulary.States;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What each condition cuts: one line for each of them. A condition without one is an error where it is met, never
 * passed over.
 */
final class ConditionCuts {

    private static final Map<Class<?>, BiConsumer<Condition, Cuts>> BY_TYPE = new HashMap<>();

    static {
        cuts(Condition.All.class, (all, cuts) -> all.of().forEach(one -> add(one, cuts)));
        cuts(Condition.Any.class, (any, cuts) -> any.of().forEach(one -> add(one, cuts)));
        cuts(Condition.Not.class, (not, cuts) -> add(not.of(), cuts));
        cuts(Condition.Consent.class, (consent, cuts) -> {});
        cuts(Condition.Age.class, (age, cuts) -> age(age.bound(), cuts));
        cuts(
                Condition.CustomerCountry.class,
                (one, cuts) -> cuts.countries.add(set(one.anyOf().stream()
                        .map(country -> Countries.alpha2(country.name()))
                        .filter(Objects::nonNull))));
        cuts(
                Condition.CustomerRegion.class,
                (one, cuts) -> one.anyOf().forEach(region -> cuts.regions.add(region.name())));
        cuts(
                Condition.CustomerState.class,
                (one, cuts) -> cuts.states.add(set(one.anyOf().stream()
                        .map(state -> States.code(state.name()))
                        .filter(Objects::nonNull))));
        cuts(
                Condition.Language.class,
                (one, cuts) -> one.anyOf().stream()
                        .map(language -> Languages.primary(language.name()))
                        .filter(Objects::nonNull)
                        .forEach(cuts.languages::add));
        cuts(Condition.PartnerCountry.class, (one, cuts) -> {});
        cuts(Condition.PartnerRegion.class, (one, cuts) -> cuts.partner = true);
        cuts(Condition.TransferBasis.class, (one, cuts) -> cuts.partner = true);
        cuts(
                Condition.CallerRoles.class,
                (one, cuts) -> one.roles().forEach(role -> cuts.callerRoles.add(role.name())));
        cuts(Condition.Valid.class, ConditionCuts::valid);
        cuts(
                Condition.Fact.class,
                (one, cuts) -> cuts.recordFacts
                        .computeIfAbsent(one.name().name(), key -> new ArrayList<>())
                        .add(one.test()));
        cuts(Condition.Gender.class, (one, cuts) -> cuts.gender = true);
        cuts(Condition.Attribute.class, ConditionCuts::attribute);
    }

    private ConditionCuts() {}

    /** Whether the cells of a condition are known. */
    static boolean known(Class<?> condition) {
        return BY_TYPE.containsKey(condition);
    }

    static void add(Condition condition, Cuts cuts) {
        BiConsumer<Condition, Cuts> type = BY_TYPE.get(condition.getClass());
        if (type == null) {
            throw new IllegalStateException(
                    "no cells are known for " + condition.getClass().getSimpleName());
        }
        type.accept(condition, cuts);
    }

    private static <T extends Condition> void cuts(Class<T> type, BiConsumer<T, Cuts> how) {
        BY_TYPE.put(type, (condition, cuts) -> how.accept(type.cast(condition), cuts));
    }

    private static void age(Condition.AgeBound bound, Cuts cuts) {
        if (bound instanceof Condition.AgeBound.Years years) {
            cuts.ages.add(years.years());
        } else {
            cuts.tables.add(
                    bound instanceof Condition.AgeBound.Majority ? AgeTable.MAJORITY : AgeTable.DIGITAL_CONSENT);
        }
    }

    private static void valid(Condition.Valid valid, Cuts cuts) {
        if (valid.from() != null) {
            cuts.firstDays.add(valid.from());
        }
        if (valid.until() != null) {
            cuts.days.add(valid.until());
        }
    }

    private static void attribute(Condition.Attribute attribute, Cuts cuts) {
        String name = attribute.name().name();
        Condition.ValueTest test = attribute.test();
        if (test instanceof Condition.ValueTest.AnyOf anyOf) {
            cuts.values.computeIfAbsent(name, key -> new LinkedHashSet<>()).addAll(anyOf.values());
        } else if (test instanceof Condition.ValueTest.NoneOf noneOf) {
            cuts.values.computeIfAbsent(name, key -> new LinkedHashSet<>()).addAll(noneOf.values());
        } else {
            String bound = test instanceof Condition.ValueTest.AtLeast atLeast
                    ? atLeast.number()
                    : ((Condition.ValueTest.Below) test).number();
            cuts.bounds.computeIfAbsent(name, key -> new TreeSet<>()).add(new BigDecimal(bound));
        }
    }

    private static Set<String> set(Stream<String> codes) {
        return codes.collect(Collectors.toCollection(TreeSet::new));
    }
}
