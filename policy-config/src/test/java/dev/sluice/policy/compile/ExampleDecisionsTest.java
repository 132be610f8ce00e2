package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Severity;
import dev.sluice.policy.form.ThrowawayKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The example bundle of the docs can be compiled, whatever is asked of it. */
class ExampleDecisionsTest {

    private static final Path EXAMPLE = Path.of("../docs/examples/shop");

    @Test
    void theExampleBundleCompiles() throws IOException {
        // Given
        String[] documents;
        try (Stream<Path> files = Files.walk(EXAMPLE)) {
            documents = files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().contains("truth"))
                    .map(ExampleDecisionsTest::read)
                    .toArray(String[]::new);
        }

        // When
        List<Problem> problems = Bundles.problems(new ThrowawayKeys(), documents);

        // Then
        assertThat(problems).noneMatch(problem -> problem.severity() == Severity.ERROR);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
