package dev.sluice.policy.words;

import static dev.sluice.policy.Samples.PLACE;
import static dev.sluice.policy.Samples.word;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.Samples;
import dev.sluice.policy.condition.Age;
import dev.sluice.policy.condition.CustomerCountry;
import dev.sluice.policy.condition.Gender;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.FormSpec;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a rule may say has words; whoever adds a condition, a basis or a form without any learns it here. */
class WordsTest {

    private static final String PURPOSE = "marketing.communications.email";

    static Stream<Condition> conditions() {
        return Stream.concat(Samples.kinds(Condition.class), Samples.terms());
    }

    static Stream<Basis> bases() {
        return Samples.kinds(Basis.class);
    }

    static Stream<FormSpec> forms() {
        return Stream.concat(Samples.kinds(FormSpec.class), Samples.transforms());
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void everyConditionHasWordsForItselfAndItsOpposite(Condition condition) {
        // When
        String words = ConditionWords.of(condition, PURPOSE);

        // Then
        assertThat(words).isNotBlank().doesNotContain("[", "null", "Named");
        assertThat(ConditionWords.not(condition, PURPOSE)).isNotBlank().isNotEqualTo(words);
    }

    @ParameterizedTest
    @MethodSource("bases")
    void everyBasisHasWords(Basis basis) {
        assertThat(basis.clause(PURPOSE)).isNotBlank().doesNotContain("[", "null");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormHasWords(FormSpec form) {
        assertThat(form.traits().text()).isNotBlank().doesNotContain("[", "null@");
        assertThat(form.word()).matches("[a-z_]+");
    }

    @Test
    void saysTheOppositeOfAJoinedConditionDirectly() {
        // Given
        Condition adult = new Age(true, new Age.Bound.Years(18), PLACE);
        Condition near = new CustomerCountry(List.of(word("DE"), word("AT"), word("CH")), PLACE);
        Condition both = new Condition.All(List.of(adult, near), PLACE);

        // When
        String words = ConditionWords.not(both, PURPOSE);

        // Then
        assertThat(words).isEqualTo("the customer is younger than 18 or the customer does not live in DE, AT or CH");
    }

    @Test
    void putsWhatIsJoinedOtherwiseInBrackets() {
        // Given
        Condition adult = new Age(true, new Age.Bound.Years(18), PLACE);
        Condition female = new Gender(List.of(word("female")), PLACE);
        Condition near = new CustomerCountry(List.of(word("DE")), PLACE);
        Condition nested = new Condition.All(List.of(near, new Condition.Any(List.of(adult, female), PLACE)), PLACE);

        // When
        String words = ConditionWords.of(nested, PURPOSE);

        // Then
        assertThat(words)
                .isEqualTo("the customer lives in DE"
                        + " and (the customer is 18 or older or the customer's gender is female)");
    }

    @Test
    void saysThatACutHoldsInDoubt() {
        // Given
        Condition minor = new Age(false, new Age.Bound.Years(16), PLACE);

        // When
        String words = CutWords.holds(minor, null, PURPOSE);

        // Then
        assertThat(words).isEqualTo("unless it is certain that the customer is 16 or older");
    }
}
