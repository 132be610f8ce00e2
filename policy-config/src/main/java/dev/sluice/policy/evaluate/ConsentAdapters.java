package dev.sluice.policy.evaluate;

import dev.sluice.policy.vocabulary.ConsentNotation;

/** The adapters, one for each way of writing down a consent. */
public final class ConsentAdapters {

    private ConsentAdapters() {}

    public static ConsentAdapter of(ConsentNotation notation) {
        return switch (notation) {
            case FLAG -> new FlagConsent();
            case SHOPIFY -> new ShopifyConsent();
        };
    }
}
