package dev.sluice.policy.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.ProblemReport;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The example bundle of the docs stays free of errors, and of all warnings but those that it shows on purpose. */
class ExampleBundleTest {

    private static final Path EXAMPLE = Path.of("../docs/examples/shop");

    @Test
    void theExampleBundleHasNoErrorAndNoUnknownWarning() {
        assertThat(report().lines().filter(line -> line.contains(".yaml:")))
                .allSatisfy(line -> assertThat(line).contains("no-handle").endsWith("(warning)"));
    }

    private static String report() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
        try {
            LoadedBundle bundle = new BundleLoader(clock).load(EXAMPLE);
            return new ProblemReport(bundle.warnings(), bundle.sources()).text();
        } catch (InvalidBundleException e) {
            return new ProblemReport(e.problems(), e.sources()).text();
        }
    }
}
