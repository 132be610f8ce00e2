package dev.sluice.policy.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.model.Policy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleLoaderTest {

    private static final Path SHOP = Path.of("src/test/resources/bundles/valid/shop");

    private final BundleLoader loader =
            new BundleLoader(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    @TempDir
    Path directory;

    @Test
    void loadsAWholeBundle() throws InvalidBundleException {
        // When
        LoadedBundle bundle = loader.load(SHOP);

        // Then
        assertThat(bundle.warnings()).isEmpty();
        assertThat(bundle.model().catalogs()).hasSize(3);
        assertThat(bundle.model().partners()).hasSize(2);
        assertThat(bundle.model().policies()).extracting(Policy::id).hasToString("[newsletter, parcel]");
        assertThat(bundle.version().sources()).hasSize(64);
    }

    @Test
    void aCommentChangesTheSourcesButNotTheMeaning() throws Exception {
        // Given
        Path file = directory.resolve("partner.yaml");
        String partner = "kind: Partner\nid: p\nrole: carrier\ncountries: [DE]\npurposes: [x.delivery]\n";
        Files.writeString(file, partner);
        LoadedBundle before = loader.load(directory);
        Files.writeString(file, "# new\n" + partner.replace("[DE]", "[ 'DE' ]"));

        // When
        LoadedBundle after = loader.load(directory);

        // Then
        assertThat(after.version().sources()).isNotEqualTo(before.version().sources());
        assertThat(after.version().meaning()).isEqualTo(before.version().meaning());
    }
}
