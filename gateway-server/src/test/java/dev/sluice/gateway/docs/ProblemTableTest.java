package dev.sluice.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.failure.Failure;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page for the day after tells every failure there is, with its status and words. */
final class ProblemTableTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\S+) \\| ([^|]+) \\|");

    /** Nobody is left to tell. */
    private static final int UNTOLD = 499;

    @Test
    void hasEveryFailure() {
        List<String> failures = Arrays.stream(Failure.values())
                .map(failure -> failure.code() + " "
                        + (failure.status() == UNTOLD ? "–" : String.valueOf(failure.status())) + " " + failure.text())
                .toList();

        List<String> told = ROW.matcher(Page.of("operations/troubleshooting.md").text())
                .results()
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .toList();

        assertThat(told).isEqualTo(failures);
    }
}
