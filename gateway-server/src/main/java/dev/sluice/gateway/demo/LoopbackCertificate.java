package dev.sluice.gateway.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for {@code localhost} and 127.0.0.1 that signs itself (X.509 v3, RFC 5280; ECDSA over P-256), good for a
 * day. All parties of the demo share it; the key never leaves the temporary directory.
 */
final class LoopbackCertificate {

    private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String BASIC_CONSTRAINTS = "2.5.29.19";
    private static final String SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";
    private static final Duration CLOCK_SKEW = Duration.ofHours(1);
    private static final Duration GOOD_FOR = Duration.ofDays(1);

    private final KeyPair keys;
    private final Certificate certificate;

    private LoopbackCertificate(KeyPair keys, Certificate certificate) {
        this.keys = keys;
        this.certificate = certificate;
    }

    static LoopbackCertificate make(Instant now) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair keys = generator.generateKeyPair();
        byte[] statement = statement(keys, now);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(statement);
        byte[] signed =
                Der.sequence(statement, Der.sequence(Der.identifier(ECDSA_WITH_SHA256)), Der.bits(signature.sign()));
        Certificate certificate =
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(signed));
        return new LoopbackCertificate(keys, certificate);
    }

    /** What is signed: RFC 5280, section 4.1.2. */
    private static byte[] statement(KeyPair keys, Instant now) {
        byte[] name =
                Der.sequence(Der.set(Der.sequence(Der.identifier(COMMON_NAME), Der.text("Sluice demo on loopback"))));
        byte[] names = Der.sequence(
                Der.value(0x82, "localhost".getBytes(StandardCharsets.US_ASCII)),
                Der.value(0x87, new byte[] {127, 0, 0, 1}));
        return Der.sequence(
                Der.value(0xa0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(64, new SecureRandom()).add(BigInteger.ONE)),
                Der.sequence(Der.identifier(ECDSA_WITH_SHA256)),
                name,
                Der.sequence(Der.time(now.minus(CLOCK_SKEW)), Der.time(now.plus(GOOD_FOR))),
                name,
                keys.getPublic().getEncoded(),
                Der.value(
                        0xa3,
                        Der.sequence(
                                Der.sequence(
                                        Der.identifier(BASIC_CONSTRAINTS),
                                        Der.yes(),
                                        Der.octets(Der.sequence(Der.yes()))),
                                Der.sequence(Der.identifier(SUBJECT_ALTERNATIVE_NAME), Der.octets(names)))));
    }

    /** Writes both as PEM (RFC 7468), the key as PKCS #8. */
    void write(Path certificateFile, Path keyFile) throws IOException, GeneralSecurityException {
        Files.writeString(certificateFile, pem("CERTIFICATE", certificate.getEncoded()));
        Files.writeString(keyFile, pem("PRIVATE KEY", keys.getPrivate().getEncoded()));
    }

    /** For servers that show this certificate and for clients that trust it alone. */
    SSLContext context() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        char[] noPassword = new char[0];
        store.setKeyEntry("demo", keys.getPrivate(), noPassword, new Certificate[] {certificate});
        KeyManagerFactory shown = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shown.init(store, noPassword);
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry("demo", certificate);
        TrustManagerFactory believed = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        believed.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shown.getKeyManagers(), believed.getTrustManagers(), null);
        return context;
    }

    private static String pem(String label, byte[] der) {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
    }
}
