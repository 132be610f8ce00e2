package dev.sluice.gateway.config;

import dev.sluice.gateway.config.ListenerConfig.TlsFiles;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what TLS is spoken with, so that a gateway that starts can also shake hands. */
final class TlsReader {

    /** Signed with the private key and verified with the certificate's, to see whether the two belong together. */
    private static final byte[] TRIAL = "sluice".getBytes(StandardCharsets.US_ASCII);

    private static final String FIRST_ITS_OWN =
            "the gateway's own certificate stands first in its file, those that vouch for it follow";

    private final ConfigScope scope;

    TlsReader(ConfigScope scope) {
        this.scope = scope;
    }

    /** Plain HTTP only by saying so. */
    @Nullable TlsFiles tls(YamlFields fields, boolean asked) {
        Optional<YamlNode> node = asked ? fields.requiredNode("tls") : fields.node("tls");
        if (node.isEmpty()
                || node.get() instanceof YamlScalar scalar && scalar.text().equals("off")) {
            return null;
        }
        return scope.fields(node.get(), "tls").flatMap(this::files).orElse(null);
    }

    private Optional<TlsFiles> files(YamlFields tls) {
        Optional<YamlScalar> certificate = tls.requiredText("certificate");
        Optional<YamlScalar> key = tls.requiredText("key");
        tls.rejectOthers();
        Optional<List<X509Certificate>> chain =
                certificate.flatMap(file -> certificates(file).filter(read -> follow(read, file)));
        Optional<PrivateKey> secret = key.flatMap(file -> new PrivateKeyReader(scope).read(file));
        chain.ifPresent(read -> warnOfDates(read, certificate.orElseThrow()));
        if (chain.isEmpty() || secret.isEmpty()) {
            return Optional.empty();
        }
        if (!belong(chain.get().get(0).getPublicKey(), secret.get())) {
            scope.wrongValue(
                    key.orElseThrow().location(),
                    "the key in `" + key.get().text() + "` does not belong to the first certificate in `"
                            + certificate.orElseThrow().text() + "` (expected: its private key)",
                    FIRST_ITS_OWN);
            return Optional.empty();
        }
        return Optional.of(new TlsFiles(
                scope.files().resolve(certificate.orElseThrow().text()),
                scope.files().resolve(key.orElseThrow().text())));
    }

    /** Whether a chain is one: no context can be made of another. */
    private boolean follow(List<X509Certificate> chain, YamlScalar file) {
        boolean follow = new HashSet<>(chain).size() == chain.size();
        for (int k = 1; k < chain.size(); k++) {
            follow &= chain.get(k - 1)
                    .getIssuerX500Principal()
                    .equals(chain.get(k).getSubjectX500Principal());
        }
        if (!follow) {
            scope.wrongValue(
                    file.location(),
                    "the certificates in `" + file.text()
                            + "` do not follow each other (expected: each vouched for by the next, none twice)",
                    FIRST_ITS_OWN);
        }
        return follow;
    }

    /** The path of a file with authorities. */
    Optional<Path> authorities(YamlScalar file) {
        return certificates(file).map(read -> scope.files().resolve(file.text()));
    }

    /** All certificates of a file, at least one. */
    private Optional<List<X509Certificate>> certificates(YamlScalar file) {
        Optional<PemFile> pem = scope.files().pem(file);
        if (pem.isEmpty()) {
            return Optional.empty();
        }
        List<X509Certificate> certificates = new ArrayList<>();
        for (PemFile.Block block : pem.get().certificates()) {
            Optional<X509Certificate> certificate = block.der().flatMap(TlsReader::decoded);
            if (certificate.isEmpty()) {
                refuse(file, "a certificate that cannot be decoded", null);
                return Optional.empty();
            }
            certificates.add(certificate.get());
        }
        if (certificates.isEmpty()) {
            boolean key = pem.get().key().isPresent();
            refuse(
                    file,
                    key ? "a private key and no certificate" : "no certificate",
                    key ? "are `certificate` and `key` the wrong way round?" : null);
            return Optional.empty();
        }
        return Optional.of(certificates);
    }

    private void refuse(YamlScalar file, String held, @Nullable String help) {
        scope.wrongValue(
                file.location(),
                "`" + file.text() + "` holds " + held + " (expected: X.509 certificates in PEM)",
                help);
    }

    private static Optional<X509Certificate> decoded(byte[] der) {
        try {
            return Optional.of((X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
        } catch (CertificateException e) {
            return Optional.empty();
        }
    }

    private static boolean belong(PublicKey certified, PrivateKey key) {
        try {
            Signature signature =
                    Signature.getInstance(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA");
            signature.initSign(key);
            signature.update(TRIAL);
            byte[] signed = signature.sign();
            signature.initVerify(certified);
            signature.update(TRIAL);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** One warning for a chain: one certificate that is out of date is enough for callers to turn away. */
    private void warnOfDates(List<X509Certificate> chain, YamlScalar file) {
        Instant now = Instant.now();
        for (X509Certificate certificate : chain) {
            Instant begins = certificate.getNotBefore().toInstant();
            Instant ends = certificate.getNotAfter().toInstant();
            if (now.isAfter(ends) || now.isBefore(begins)) {
                scope.problems()
                        .warning(
                                "certificate-out-of-date",
                                file.location(),
                                "a certificate in `" + file.text() + "` "
                                        + (now.isAfter(ends) ? "ended at " + ends : "begins at " + begins)
                                        + " (expected: valid today)",
                                "callers that verify it refuse the connection");
                return;
            }
        }
    }
}
