package dev.sluice.gateway.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A document that others wrote, with annotations that others made.
 *
 * @param name its file, without the ending
 * @param records where records are in it
 * @param annotations category by path from the root; what is somebody else's than the customer's is no category
 */
record RealDocument(String name, String catalog, String records, byte[] json, Map<String, String> annotations) {

    /** File, catalog, records. */
    private static final List<List<String>> KNOWN = List.of(
            List.of("shopify/customers_page", "shopify-customers", "$.customers[*]"),
            List.of("shopify/orders_page", "shopify-orders", "$.orders[*]"),
            List.of("shopify/order", "shopify-orders", "$.order"),
            List.of("shopify/draft_order", "shopify-draft-orders", "$.draft_order"),
            List.of("shopify/abandoned_checkouts", "shopify-checkouts", "$.checkouts[*]"),
            List.of("woocommerce/customers_list", "woocommerce-customers", "$[*]"),
            List.of("woocommerce/orders_list", "woocommerce-orders", "$[*]"),
            List.of("commercetools/customers_page", "commercetools-customers", "$.results[*]"),
            List.of("commercetools/orders_page", "commercetools-orders", "$.results[*]"),
            List.of("commercetools/customer_import_request", "commercetools-customer-import", "$.resources[*]"),
            List.of("magento/customer", "magento-customer", "$"),
            List.of("magento/negotiable_quote", "magento-quote", "$"),
            List.of("magento/checkout_payment_information", "magento-checkout", "$"),
            List.of("magento/shipping_information_request", "magento-shipping-information", "$"),
            List.of("stripe/customer", "stripe-customer", "$"),
            List.of("stripe/charge", "stripe-charge", "$"),
            List.of("spree/order", "spree-order", "$"),
            List.of("klaviyo/profile_bulk_import_job", "klaviyo-profile-import", "$.data.attributes.profiles.data[*]"),
            List.of("klaviyo/subscription_bulk_create_job", "klaviyo-subscribe", "$.data.attributes.profiles.data[*]"),
            List.of("sendgrid/mail_send", "sendgrid-mail-send", "$.personalizations[*]"),
            List.of("sendgrid/contacts_search_by_emails", "sendgrid-contacts-search", "$.result.*"),
            List.of("ups/shipment_request", "ups-shipment", "$.ShipmentRequest"),
            List.of("ups/shipment_request_return", "ups-shipment-return", "$.ShipmentRequest"),
            List.of("ups/pickup_request", "ups-pickup", "$.PickupCreationRequest"),
            List.of("segment/identify", "segment-identify", "$"),
            List.of("segment/track", "segment-track", "$"),
            List.of("segment/common_fields", "segment-common", "$"),
            List.of("segment/consent_preference_updated", "segment-consent", "$"),
            List.of("pinterest/conversion_events", "pinterest-events", "$.data[*]"));

    static Stream<RealDocument> all(Path folder) {
        return KNOWN.stream().map(known -> read(folder, known.get(0), known.get(1), known.get(2)));
    }

    private static RealDocument read(Path folder, String name, String catalog, String records) {
        try {
            return new RealDocument(
                    name,
                    catalog,
                    records,
                    Files.readAllBytes(folder.resolve(name + ".json")),
                    annotations(Files.readString(folder.resolve(name + ".pii.yaml"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> annotations(String yaml) {
        Map<?, ?> root = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
        Map<String, String> categories = new HashMap<>();
        for (Object entry : (List<?>) root.get("pii")) {
            Map<?, ?> leaf = (Map<?, ?>) entry;
            String category = leaf.containsKey("subject") ? "somebody else's" : String.valueOf(leaf.get("category"));
            categories.put(String.valueOf(leaf.get("path")), category);
        }
        return categories;
    }

    Document document() {
        return new Document(json, records);
    }

    boolean annotated(Leaf leaf) {
        return annotations.containsKey(leaf.absolute(records));
    }

    String category(Leaf leaf) {
        return Objects.requireNonNull(annotations.get(leaf.absolute(records)));
    }

    /** The sample of the same shape, whose truth says what may leave. */
    Sample sample() {
        return Sample.all().stream()
                .filter(sample -> sample.catalog().equals(catalog))
                .findFirst()
                .orElseThrow();
    }

    Sample asSample() {
        return new Sample(catalog, json, sample().truth().withRecords(records));
    }

    @Override
    public String toString() {
        return name;
    }
}
