package dev.sluice.gateway.partner;

import org.jspecify.annotations.Nullable;

/**
 * What a caller shows of itself. More kinds of credential are more components.
 *
 * @param apiKey the header field {@code X-Api-Key}, or null if it is missing
 */
public record Credentials(@Nullable String apiKey) {

    @Override
    public String toString() {
        return "Credentials[api key " + (apiKey == null ? "missing" : "shown") + "]";
    }
}
