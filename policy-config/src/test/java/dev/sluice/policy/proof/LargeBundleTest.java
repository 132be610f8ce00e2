package dev.sluice.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.BundleLoader;
import dev.sluice.policy.repository.ReadyBundle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 200 partners, 100 policies and 50 invariants load and are proven; how long it takes is printed, not judged. */
final class LargeBundleTest {

    private static final List<String> ROLES = List.of(
            "advertiser", "analytics", "carrier", "email_marketer", "payment", "reviews", "sms_marketer", "loyalty");
    private static final List<String> COUNTRIES = List.of("DE", "FR", "AT", "NL", "SE");

    @TempDir
    private Path directory;

    @Test
    void loadsABundleOfALargeShop() throws Exception {
        // Given
        StringBuilder bundle =
                new StringBuilder(Files.readString(Path.of("../docs/examples/shop/catalogs/shopify-customers.yaml")));
        for (int k = 0; k < 200; k++) {
            bundle.append("\n---\nkind: Partner\nid: partner-").append(k);
            bundle.append("\nrole: ").append(ROLES.get(k % ROLES.size()));
            bundle.append("\ncountries: [").append(COUNTRIES.get(k % COUNTRIES.size()));
            bundle.append("]\npurposes: [marketing.communications.email]\n");
        }
        for (int k = 0; k < 100; k++) {
            bundle.append("---\nkind: Policy\nid: policy-").append(k);
            bundle.append("\nowner: a@shop.example\nwhy: One of many\nreview_by: 2099-01-01\npartners: { roles: [");
            bundle.append(ROLES.get(k % ROLES.size()));
            bundle.append("] }\ncatalogs: [shopify-customers]\npurpose: marketing.communications.email\n");
            bundle.append("basis:\n  consent: { channel: email }\nfor:\n  - age: { at_least: ")
                    .append(16 + k % 5);
            bundle.append(" }\n  - customer_country: [")
                    .append(COUNTRIES.get(k % 5))
                    .append(", CH]\n");
            bundle.append("share: [user.contact.email, user.name.first]\n");
        }
        for (int k = 0; k < 50; k++) {
            bundle.append("---\nkind: Invariant\nid: invariant-").append(k);
            bundle.append("\nwhy: One of many\nnever: { share: [user.contact], to: { roles: [");
            bundle.append(ROLES.get(k % ROLES.size()));
            bundle.append("] }, when: { age: { below: ").append(10 + k % 6).append(" } } }\n");
        }
        Files.writeString(directory.resolve("bundle.yaml"), bundle);

        // When
        long before = System.nanoTime();
        ReadyBundle ready = new BundleLoader(Clock.systemUTC()).prepare(directory, new ThrowawayKeys());
        long millis = (System.nanoTime() - before) / 1_000_000;

        // Then
        System.out.println("200 partners, 100 policies, 50 invariants: loaded and proven in " + millis + " ms");
        assertThat(ready.loaded().model().invariants()).hasSize(50);
    }
}
