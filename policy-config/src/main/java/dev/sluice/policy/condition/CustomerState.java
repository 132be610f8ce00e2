package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.vocabulary.States;
import java.util.List;
import java.util.Set;

/** The customer lives in one of these states, ISO 3166-2 such as {@code US-CA}. */
public record CustomerState(List<Named> anyOf, SourceLocation location) implements Term {

    static final TermWord WORD = TermWord.anyOf("customer_state", ListSort.STATES, CustomerState::new);

    public CustomerState {
        anyOf = List.copyOf(anyOf);
    }

    @Override
    public KeyedCheck check(FactSource facts) {
        facts.ask(CustomerFact.STATE);
        Set<String> wanted = Spelling.of(anyOf, States::code);
        return new KeyedCheck(Checks.state(wanted), "state" + wanted);
    }

    @Override
    public String clause(boolean holds) {
        return "the customer " + (holds ? "lives" : "does not live") + " in " + Listing.or(anyOf);
    }

    @Override
    public void cut(FactCuts cuts) {
        cuts.states(Spelling.known(anyOf, States::code));
    }

    @Override
    public void checkWords(Dictionary words) {
        words.states(anyOf);
    }
}
