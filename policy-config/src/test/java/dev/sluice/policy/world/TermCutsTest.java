package dev.sluice.policy.world;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.Samples;
import dev.sluice.policy.condition.Age;
import dev.sluice.policy.condition.CustomerFact;
import dev.sluice.policy.condition.FactSource;
import dev.sluice.policy.condition.Term;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.vocabulary.Regions;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each fact that a term's check reads is cut; of one that is not, promises would be proven for some customers only. */
class TermCutsTest {

    static Stream<Term> terms() {
        return Stream.concat(Samples.terms(), Stream.of(new Age(true, new Age.Bound.Majority(), Samples.PLACE)));
    }

    @ParameterizedTest
    @MethodSource("terms")
    void cutsWhatItsCheckReads(Term term) {
        // Given
        HeardFacts heard = new HeardFacts();
        term.check(heard);

        // When
        Set<Fact> cut = Cuts.factsOf(term);

        // Then
        assertThat(cut).containsAll(heard.facts);
    }

    /** Hears what is asked for. */
    private static final class HeardFacts implements FactSource {

        private static final Map<CustomerFact, Fact.Kind> KINDS = Map.of(
                CustomerFact.COUNTRY, Fact.Kind.COUNTRY,
                CustomerFact.STATE, Fact.Kind.STATE,
                CustomerFact.LANGUAGE, Fact.Kind.LANGUAGE,
                CustomerFact.GENDER, Fact.Kind.GENDER,
                CustomerFact.BIRTH, Fact.Kind.AGE);

        private final Set<Fact> facts = new LinkedHashSet<>();

        @Override
        public void ask(CustomerFact fact) {
            facts.add(Fact.of(KINDS.get(fact)));
        }

        @Override
        public OptionalInt attribute(String name) {
            facts.add(new Fact(Fact.Kind.ATTRIBUTE, name));
            return OptionalInt.of(0);
        }

        @Override
        public Optional<Place> fact(String name) {
            facts.add(new Fact(Fact.Kind.RECORD_FACT, name));
            return Optional.of(new Place(0, false));
        }

        @Override
        public Partner partner() {
            return new Partner(
                    Samples.word("mailwerk"),
                    null,
                    Samples.word("email_marketer"),
                    List.of(Samples.word("DE")),
                    null,
                    List.of(),
                    null,
                    null,
                    Partner.Status.ACTIVE,
                    List.of(),
                    null,
                    Partner.KeyChange.AT_ONCE,
                    Samples.PLACE);
        }

        @Override
        public Regions regions() {
            return Regions.shipped();
        }
    }
}
