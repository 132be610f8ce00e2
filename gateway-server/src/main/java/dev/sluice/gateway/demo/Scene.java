package dev.sluice.gateway.demo;

import java.util.List;
import java.util.Locale;

/**
 * One exchange of the demo. A pull is asked by the partner; a push is sent by the shop.
 *
 * @param partner the partner's id in the example bundle
 * @param about what the heading says
 * @param path on the gateway and on the upstream alike
 */
record Scene(String partner, boolean push, String catalog, String path, String purpose, String about) {

    private static final String NEWSLETTER = "marketing.communications.email";
    private static final String DELIVERY = "x.delivery";
    private static final String ADVERTISING = "marketing.advertising.third_party.targeted";

    /** All scenes, in the order of the printout. */
    static final List<Scene> ALL = List.of(
            pull("mailwerk", "shopify-customers", "/newsletter/customers.json", NEWSLETTER, "asks for customers"),
            pull("paketblitz", "shopify-orders", "/parcels/orders.json", DELIVERY, "asks for orders"),
            pull("adspree", "shopify-customers", "/audience/customers.json", ADVERTISING, "asks for customers"),
            push("mailwerk", "klaviyo-subscribe", "/api/subscriptions", NEWSLETTER, "is sent subscriptions"),
            push("paketblitz", "ups-shipment", "/api/shipments", DELIVERY, "is sent a label request"),
            push("adspree", "pinterest-events", "/api/events", ADVERTISING, "is sent events"));

    private static Scene pull(String partner, String catalog, String path, String purpose, String about) {
        return new Scene(partner, false, catalog, path, purpose, about);
    }

    private static Scene push(String partner, String catalog, String path, String purpose, String about) {
        return new Scene(partner, true, catalog, path, purpose, about);
    }

    /** The partner's key of the example, known to everybody who reads its README. */
    String key() {
        return "demo-key-of-" + partner;
    }

    String partnerName() {
        return partner.substring(0, 1).toUpperCase(Locale.ROOT) + partner.substring(1);
    }

    /** The example's file that says what the partner gets, below {@code expected}. */
    String expected() {
        return catalog + "." + partner + ".json";
    }
}
