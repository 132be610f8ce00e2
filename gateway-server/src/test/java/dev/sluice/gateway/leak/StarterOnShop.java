package dev.sluice.gateway.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The starter bundle as whoever has a shop system uses it: its policies unchanged, but for the catalogs they name. */
final class StarterOnShop {

    private static final Path STARTER = Path.of("../docs/examples/starter");
    private static final Path CATALOGS = Path.of("../docs/examples/shop/catalogs");

    private static final List<String> CUSTOMERS = List.of(
            "shopify-customers",
            "woocommerce-customers",
            "commercetools-customers",
            "commercetools-customer-import",
            "magento-customer",
            "stripe-customer",
            "klaviyo-profile-import",
            "klaviyo-subscribe",
            "sendgrid-contacts-search",
            "sendgrid-mail-send",
            "segment-identify");

    private static final List<String> ORDERS = List.of(
            "shopify-orders",
            "shopify-draft-orders",
            "woocommerce-orders",
            "commercetools-orders",
            "magento-quote",
            "magento-checkout",
            "magento-shipping-information",
            "spree-order",
            "stripe-charge",
            "ups-shipment",
            "ups-shipment-return",
            "ups-pickup");

    /** Those that count in cents: an amount is as coarse there only if it is rounded to a hundred times as much. */
    static final List<String> CENTS = List.of("commercetools-orders", "stripe-charge");

    private StarterOnShop() {}

    static Path write(Path directory) {
        try (Stream<Path> starter = Files.walk(STARTER);
                Stream<Path> shop = Files.list(CATALOGS)) {
            List<Path> catalogs = shop.sorted().toList();
            for (Path file : starter.filter(file -> file.toString().matches(".*\\.(yaml|txt)"))
                    .toList()) {
                write(directory.resolve(STARTER.relativize(file).toString()), widened(Files.readString(file)));
            }
            for (Path catalog : catalogs) {
                write(directory.resolve("catalogs").resolve(catalog.getFileName()), Files.readString(catalog));
            }
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String widened(String text) {
        String rounded = "x.order.totals: { round: 10 }";
        if (!text.contains(rounded)) {
            return text.replace("\ncatalogs: [customers]", named("customers", CUSTOMERS))
                    .replace("\ncatalogs: [orders]", named("orders", ORDERS));
        }
        List<String> units =
                ORDERS.stream().filter(catalog -> !CENTS.contains(catalog)).toList();
        String ofUnits = text.replace("\ncatalogs: [orders]", named("orders", units));
        String ofCents = text.replace("\ncatalogs: [orders]", "\ncatalogs: [" + String.join(", ", CENTS) + "]")
                .replace(rounded, rounded.replace("10", "1000"))
                .replace("id: figures", "id: figures-in-cents");
        return ofUnits + "---\n" + ofCents;
    }

    private static String named(String own, List<String> shop) {
        return "\ncatalogs: [" + own + ", " + String.join(", ", shop) + "]";
    }

    private static void write(Path to, String text) throws IOException {
        Files.createDirectories(to.getParent());
        Files.writeString(to, text);
    }
}
