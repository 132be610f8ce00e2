package dev.sluice.gateway.warmup;

import dev.sluice.gateway.app.PreparedGateway;
import dev.sluice.gateway.config.ConfigReader;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.BundleLoader;
import dev.sluice.policy.repository.ReadyBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** The example shop's bundle, and a gateway's file before it. */
final class ShopExample {

    private static final Path BUNDLE = Path.of("../docs/examples/shop");

    private static final String FILE = """
            format: 1
            bundle: %s
            listeners:
              partners: { bind: "127.0.0.1:0", tls: off }
            upstreams:
              shop: { url: "http://127.0.0.1:9" }
            routes:
              - id: customers
                direction: pull
                partners: [mailwerk]
                methods: [GET]
                path: /customers.json
                upstream: shop
                catalog: shopify-customers
              - id: orders
                direction: pull
                partners: [paketblitz, mailwerk]
                methods: [GET]
                path: /orders.json
                upstream: shop
                catalog: shopify-orders
            """;

    private static final ReadyBundle READY = loaded();

    private ShopExample() {}

    private static ReadyBundle loaded() {
        try {
            return new BundleLoader(Clock.systemUTC()).prepare(BUNDLE, new ThrowawayKeys());
        } catch (InvalidBundleException e) {
            throw new AssertionError(e);
        }
    }

    static PreparedGateway gateway(Path directory) throws IOException, InvalidBundleException {
        Path file = directory.resolve("gateway.yaml");
        Files.writeString(file, FILE.formatted(BUNDLE.toAbsolutePath()));
        return PreparedGateway.of(ConfigReader.read(file), READY);
    }

    static List<String> catalogs() {
        return READY.loaded().model().catalogs().stream()
                .map(catalog -> catalog.id().name())
                .toList();
    }

    static FieldTree tree(String catalog) {
        DisclosureRequest request =
                new DisclosureRequest("mailwerk", "marketing.communications.email", catalog, Instant.now());
        return READY.decisions().open(request).plan().tree();
    }
}
