package dev.sluice.policy.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.compile.BundlePlans;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.BundleLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A value that must be fit for one form more leaves less often, whatever is looked at to tell. */
final class FitnessTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static final String SHOP = """
            kind: Catalog
            id: people
            records:
              - at: "$[*]"
                customer: { id: id, country: country }
                fields: { phone: user.contact.phone_number }
            ---
            kind: Partner
            id: figures
            role: analytics
            countries: [DE]
            purposes: [analytics.reporting]
            ---
            kind: Policy
            id: reports
            owner: privacy@shop.example
            why: Told in a test
            review_by: 2099-01-01
            partners: { roles: [analytics] }
            catalogs: [people]
            purpose: analytics.reporting
            basis: contract
            share: [user.contact.phone_number: { replace: gone }]
            """;

    private static final String HASHED =
            "protect: [{ id: hashed, category: user.contact, at_most: { match_hash: { profile: meta } } }]\n";

    @TempDir
    private Path directory;

    private BundlePlans plans(String name, String text) throws Exception {
        Path bundle = Files.createDirectory(directory.resolve(name));
        Files.writeString(bundle.resolve("bundle.yaml"), text);
        return new BundleLoader(Clock.fixed(NOW, ZoneOffset.UTC))
                .prepare(bundle, new ThrowawayKeys())
                .plans();
    }

    @Test
    void aFormMoreThatLooksAtTheCountryIsNarrower() throws Exception {
        Differences differences = BundleComparison.compare(plans("old", SHOP), plans("new", SHOP + HASHED), NOW);

        assertThat(differences.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.direction()).isEqualTo(Direction.NARROWER));
    }

    @Test
    void aFormLessIsWider() throws Exception {
        Differences differences = BundleComparison.compare(plans("old", SHOP + HASHED), plans("new", SHOP), NOW);

        assertThat(differences.changes())
                .singleElement()
                .satisfies(change -> assertThat(change.direction()).isEqualTo(Direction.WIDER));
    }
}
