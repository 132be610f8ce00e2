package dev.sluice.gateway.config;

import dev.sluice.policy.yaml.YamlScalar;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the private key of a listener as the gateway will: only what it can serve with is taken. */
final class PrivateKeyReader {

    private static final String PKCS8 = "PRIVATE KEY";
    private static final String EXPECTED = " (expected: an RSA or EC key as PKCS #8 in PEM, not encrypted)";
    private static final List<String> ALGORITHMS = List.of("RSA", "EC");
    /** Other forms in which keys stand in files, by the label of their block. */
    private static final Map<String, String> OTHER_FORMS = Map.of(
            "EC PRIVATE KEY", "an EC key as SEC1",
            "RSA PRIVATE KEY", "an RSA key as PKCS #1",
            "ENCRYPTED PRIVATE KEY", "an encrypted key");

    private final ConfigScope scope;

    PrivateKeyReader(ConfigScope scope) {
        this.scope = scope;
    }

    Optional<PrivateKey> read(YamlScalar file) {
        return scope.files().pem(file).flatMap(pem -> key(pem, file));
    }

    private Optional<PrivateKey> key(PemFile pem, YamlScalar file) {
        Optional<PemFile.Block> block = pem.key();
        if (block.isEmpty()) {
            boolean swapped = !pem.certificates().isEmpty();
            refuse(
                    file,
                    swapped ? "a certificate and no private key" : "no private key",
                    swapped ? "are `certificate` and `key` the wrong way round?" : null);
            return Optional.empty();
        }
        String label = block.get().label();
        if (!label.equals(PKCS8)) {
            refuse(
                    file,
                    OTHER_FORMS.getOrDefault(label, "a key in another form"),
                    "convert it with `openssl pkcs8 -topk8 -nocrypt -in KEY -out KEY.pk8`");
            return Optional.empty();
        }
        Optional<PrivateKey> key = block.get().der().flatMap(PrivateKeyReader::decoded);
        if (key.isEmpty()) {
            refuse(file, "a private key that cannot be decoded", null);
        }
        return key;
    }

    private static Optional<PrivateKey> decoded(byte[] der) {
        for (String algorithm : ALGORITHMS) {
            try {
                return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(der)));
            } catch (GeneralSecurityException e) {
                // It may be one of the next algorithm.
            }
        }
        return Optional.empty();
    }

    private void refuse(YamlScalar file, String held, @Nullable String help) {
        scope.wrongValue(file.location(), "`" + file.text() + "` holds " + held + EXPECTED, help);
    }
}
