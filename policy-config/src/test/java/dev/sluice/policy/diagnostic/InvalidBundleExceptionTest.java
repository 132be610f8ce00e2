package dev.sluice.policy.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a refused bundle says of itself in a log. */
final class InvalidBundleExceptionTest {

    private static final Problem ERROR = new Problem(
            Severity.ERROR, "unknown-category", new SourceLocation("a.yaml", 1, 1), "unknown category", null);

    @Test
    void countsASingleErrorInTheSingular() {
        assertThat(new InvalidBundleException(List.of(ERROR))).hasMessage("1 error");
    }

    @Test
    void countsSeveralErrorsInThePlural() {
        assertThat(new InvalidBundleException(List.of(ERROR, ERROR))).hasMessage("2 errors");
    }
}
