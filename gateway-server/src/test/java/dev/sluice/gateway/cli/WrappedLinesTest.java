package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Lines end at the width of the terminal, never inside a word. */
final class WrappedLinesTest {

    @Test
    void leavesLinesThatAreNarrowEnough() {
        assertThat(WrappedLines.of("one two\n\n  three\n", 7)).isEqualTo("one two\n\n  three\n");
    }

    @Test
    void goesOnDeeperThanTheLineBegins() {
        assertThat(WrappedLines.of("  of a customer in Germany, 17 years old\n", 22))
                .isEqualTo("""
                  of a customer in
                      Germany, 17
                      years old
                """);
    }

    @Test
    void keepsAWordThatIsTooLong() {
        assertThat(WrappedLines.of("a `marketing.communications.email` b\n", 10))
                .isEqualTo("""
                a
                    `marketing.communications.email`
                    b
                """);
    }

    @Test
    void keepsItemsTogether() {
        assertThat(WrappedLines.ofItems(List.of("$.a (1)", "$.b (2)", "$['c d'] (3)"), "  ", 19))
                .isEqualTo("""
                  $.a (1), $.b (2),
                  $['c d'] (3)
                """);
    }
}
