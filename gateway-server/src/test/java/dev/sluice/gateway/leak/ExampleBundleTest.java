package dev.sluice.gateway.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.repository.BundleLoader;
import dev.sluice.policy.repository.LoadedBundle;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** The shipped example loads as it stands, and every catalog of it has a sample. */
final class ExampleBundleTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void loadsWithoutAnyProblem() throws InvalidBundleException {
        // Given
        BundleLoader loader = new BundleLoader(CLOCK);

        // When
        LoadedBundle bundle = loader.load(Sample.bundle());

        // Then
        assertThat(bundle.warnings()).isEmpty();
        assertThat(bundle.model().partners()).hasSize(3);
    }

    @Test
    void hasASampleForEveryCatalog() throws InvalidBundleException {
        // Given
        LoadedBundle bundle = new BundleLoader(CLOCK).load(Sample.bundle());

        // When
        var catalogs = bundle.model().catalogs().stream().map(Catalog::id).map(Object::toString);

        // Then
        assertThat(catalogs)
                .hasSameElementsAs(Sample.all().stream().map(Sample::catalog).toList());
    }
}
