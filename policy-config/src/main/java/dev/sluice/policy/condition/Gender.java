package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.yaml.YamlNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The customer's gender is one of these: {@code male}, {@code female}, {@code other}. */
public record Gender(List<Named> anyOf, SourceLocation location) implements Term {

    static final TermWord WORD = new TermWord("gender", Gender::read);

    private static final List<String> GENDERS = List.of("male", "female", "other");

    public Gender {
        anyOf = List.copyOf(anyOf);
    }

    private static Optional<Condition> read(YamlNode value, SourceLocation location, Reading reading) {
        List<Named> known = reading.names(value, "`gender`", ListSort.VALUES).stream()
                .filter(word -> reading.isOneOf(word, "`gender`", GENDERS))
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(new Gender(known, location));
    }

    @Override
    public KeyedCheck check(FactSource facts) {
        facts.ask(CustomerFact.GENDER);
        Set<String> wanted = Spelling.of(anyOf, word -> word.toLowerCase(Locale.ROOT));
        return new KeyedCheck(Checks.gender(wanted), "gender" + wanted);
    }

    @Override
    public String clause(boolean holds) {
        return "the customer's gender is " + (holds ? "" : "not ") + Listing.or(anyOf);
    }

    @Override
    public void cut(FactCuts cuts) {
        cuts.gender();
    }
}
