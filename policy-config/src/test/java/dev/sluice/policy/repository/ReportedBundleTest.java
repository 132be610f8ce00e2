package dev.sluice.policy.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.ProblemReport;
import dev.sluice.policy.form.ThrowawayKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bundle below {@code bundles} carries, in {@code expected.txt}, the report that its author must see. */
class ReportedBundleTest {

    private static final Path BUNDLES = Path.of("src/test/resources/bundles");

    private final BundleLoader loader =
            new BundleLoader(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    static List<Path> invalid() throws IOException {
        return cases("invalid");
    }

    static List<Path> warned() throws IOException {
        return cases("warned");
    }

    private static List<Path> cases(String kind) throws IOException {
        try (Stream<Path> found = Files.list(BUNDLES.resolve(kind))) {
            return found.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("invalid")
    void refusesWithItsReport(Path bundle) throws IOException {
        // When
        InvalidBundleException refusal =
                catchThrowableOfType(InvalidBundleException.class, () -> loader.prepare(bundle, new ThrowawayKeys()));

        // Then
        assertThat(new ProblemReport(refusal.problems(), refusal.sources()).text())
                .isEqualTo(expected(bundle));
    }

    @ParameterizedTest
    @MethodSource("warned")
    void loadsWithItsWarnings(Path bundle) throws IOException, InvalidBundleException {
        // When
        ReadyBundle loaded = loader.prepare(bundle, new ThrowawayKeys());

        // Then
        assertThat(new ProblemReport(loaded.warnings(), loaded.loaded().sources()).text())
                .isEqualTo(expected(bundle));
    }

    private static String expected(Path bundle) throws IOException {
        return Files.readString(bundle.resolve("expected.txt"));
    }
}
