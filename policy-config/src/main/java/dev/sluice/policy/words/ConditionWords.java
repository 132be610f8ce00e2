package dev.sluice.policy.words;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Condition.AgeBound;
import dev.sluice.policy.model.Condition.ValueTest;
import dev.sluice.policy.model.FactValue;
import java.util.List;
import java.util.Locale;

/**
 * A condition as a clause that may follow <i>if</i>: {@code the customer is 18 or older}. Its opposite is said
 * directly, not by a
 * <i>not</i> before it.
 */
public final class ConditionWords {

    private ConditionWords() {}

    /** @param purpose of the policy, which a consent without a purpose means */
    public static String of(Condition condition, String purpose) {
        return clause(condition, purpose, true);
    }

    /** The condition's opposite. */
    public static String not(Condition condition, String purpose) {
        return clause(condition, purpose, false);
    }

    /** All of these, or nothing where there are none. */
    public static String all(List<Condition> conditions, String purpose) {
        return joined(conditions, purpose, true, true);
    }

    private static String clause(Condition condition, String purpose, boolean holds) {
        if (condition instanceof Condition.All all) {
            return joined(all.of(), purpose, holds, holds);
        }
        if (condition instanceof Condition.Any any) {
            return joined(any.of(), purpose, holds, !holds);
        }
        if (condition instanceof Condition.Not not) {
            return clause(not.of(), purpose, !holds);
        }
        if (condition instanceof Condition.Consent consent) {
            return ConsentWords.of(consent.consent(), purpose, holds);
        }
        return single(condition, holds);
    }

    private static String single(Condition condition, boolean holds) {
        if (condition instanceof Condition.Age age) {
            return age(age.bound(), age.atLeast() == holds);
        }
        if (condition instanceof Condition.CustomerCountry countries) {
            return "the customer " + (holds ? "lives" : "does not live") + " in " + Listing.or(countries.anyOf());
        }
        if (condition instanceof Condition.CustomerRegion regions) {
            return "the customer " + (holds ? "lives" : "does not live") + " in the region "
                    + Listing.or(regions.anyOf());
        }
        if (condition instanceof Condition.Gender genders) {
            return "the customer's gender is " + (holds ? "" : "not ") + Listing.or(genders.anyOf());
        }
        if (condition instanceof Condition.CustomerState states) {
            return "the customer " + (holds ? "lives" : "does not live") + " in " + Listing.or(states.anyOf());
        }
        if (condition instanceof Condition.Language languages) {
            return "the customer's language is " + (holds ? "" : "not ") + Listing.or(languages.anyOf());
        }
        if (condition instanceof Condition.Fact fact) {
            return test("the fact `" + fact.name() + "`", fact.test(), holds);
        }
        if (condition instanceof Condition.Attribute attribute) {
            return test("the attribute `" + attribute.name() + "`", attribute.test(), holds);
        }
        return ExchangeWords.of(condition, holds);
    }

    private static String joined(List<Condition> parts, String purpose, boolean holds, boolean and) {
        List<String> clauses = parts.stream()
                .map(part -> parts.size() > 1 && compound(part)
                        ? "(" + clause(part, purpose, holds) + ")"
                        : clause(part, purpose, holds))
                .toList();
        return and ? Listing.and(clauses) : Listing.or(clauses);
    }

    private static boolean compound(Condition condition) {
        if (condition instanceof Condition.Not not) {
            return compound(not.of());
        }
        return condition instanceof Condition.All all && all.of().size() > 1
                || condition instanceof Condition.Any any && any.of().size() > 1;
    }

    private static String age(AgeBound bound, boolean atLeast) {
        if (bound instanceof AgeBound.Years years) {
            return "the customer is " + (atLeast ? years.years() + " or older" : "younger than " + years.years());
        }
        if (bound instanceof AgeBound.Majority) {
            return "the customer is " + (atLeast ? "of age" : "a minor") + " where they live";
        }
        return "the customer is " + (atLeast ? "old enough" : "too young")
                + " to consent online where they live (GDPR Art. 8)";
    }

    private static String test(String what, ValueTest test, boolean holds) {
        if (test instanceof ValueTest.AnyOf anyOf) {
            return what + " is " + (holds ? "" : "not ") + Listing.or(values(anyOf.values()));
        }
        if (test instanceof ValueTest.NoneOf noneOf) {
            return what + " is " + (holds ? "not " : "") + Listing.or(values(noneOf.values()));
        }
        if (test instanceof ValueTest.AtLeast bound) {
            return what + " is " + (holds ? "at least " : "below ") + bound.number();
        }
        if (test instanceof ValueTest.Below bound) {
            return what + " is " + (holds ? "below " : "at least ") + bound.number();
        }
        throw new IllegalArgumentException("no words for " + test.getClass().getSimpleName());
    }

    private static List<String> values(List<FactValue> values) {
        return values.stream()
                .map(value -> value.kind() == FactValue.Kind.STRING
                        ? "`" + value.text() + "`"
                        : value.text().toLowerCase(Locale.ROOT))
                .toList();
    }
}
