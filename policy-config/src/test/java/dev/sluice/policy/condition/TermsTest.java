package dev.sluice.policy.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.Samples;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every term has its line in the table, or nobody could write it. */
class TermsTest {

    /** A fact has no word but its name. */
    static Stream<Term> written() {
        return Samples.terms().filter(term -> !(term instanceof Fact));
    }

    @ParameterizedTest
    @MethodSource("written")
    void everyTermHasItsLine(Term term) throws ReflectiveOperationException {
        // Given
        TermWord own = (TermWord) term.getClass().getDeclaredField("WORD").get(null);

        // Then
        assertThat(Terms.find(own.word())).containsSame(own);
    }

    @Test
    void noWordStandsTwice() {
        assertThat(Terms.words())
                .doesNotHaveDuplicates()
                .hasSize((int) written().count() + 5);
    }

    @Test
    void findsNoWordThatJoinsOthers() {
        assertThat(List.of("is", "consent", "all", "any", "not", "skus"))
                .allMatch(word -> Terms.find(word).isEmpty());
    }
}
