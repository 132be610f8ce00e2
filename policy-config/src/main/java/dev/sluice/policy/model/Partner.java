package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A third party that receives data.
 *
 * @param retention ISO 8601 period; a declaration only
 * @param apiKeys hex SHA-256 digests of the keys that it may show
 * @param encryption the public key that what is meant for it alone is encrypted to, or null
 * @param keyChange what it gets while two epochs of a key overlap
 */
public record Partner(
        Named id,
        @Nullable String name,
        Named role,
        List<Named> countries,
        @Nullable Transfer transfer,
        List<Named> purposes,
        @Nullable String retention,
        @Nullable String contact,
        Status status,
        List<Named> apiKeys,
        @Nullable Encryption encryption,
        KeyChange keyChange,
        SourceLocation location) {

    public Partner {
        countries = List.copyOf(countries);
        purposes = List.copyOf(purposes);
        apiKeys = List.copyOf(apiKeys);
    }

    /** Whether it is served at all. */
    public enum Status {
        ACTIVE,
        SUSPENDED
    }

    /** What pseudonyms and tokens are made with while a new key epoch and the one before overlap. */
    public enum KeyChange {
        AT_ONCE,
        AT_END,
        BOTH
    }

    /** A public key. @param text a JSON Web Key as JSON, or PEM */
    public record Encryption(String text, boolean pem, SourceLocation location) {}

    /**
     * What a transfer to its countries rests on.
     *
     * @param signed its first day; null for ever
     * @param ends its last day; null for ever
     * @param document where the contract lies; a declaration only
     */
    public record Transfer(
            Named basis,
            @Nullable LocalDate signed,
            @Nullable LocalDate ends,
            @Nullable String document) {}
}
