package dev.sluice.gateway.partner;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** The SHA-256 of an API key, the only form in which one is kept. Digests are compared in constant time. */
public final class ApiKeyDigest {

    private static final int LENGTH = 32;

    private final byte[] sha256;

    private ApiKeyDigest(byte[] sha256) {
        this.sha256 = sha256;
    }

    /** Reads 64 hex digits. Throws {@link IllegalArgumentException} on anything else. */
    public static ApiKeyDigest parse(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.strip());
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a SHA-256 has 64 hex digits");
        }
        return new ApiKeyDigest(bytes);
    }

    /** Digests a key that was shown. */
    public static ApiKeyDigest of(String key) {
        try {
            return new ApiKeyDigest(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ApiKeyDigest digest && MessageDigest.isEqual(sha256, digest.sha256);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(sha256);
    }

    @Override
    public String toString() {
        return "ApiKeyDigest";
    }
}
