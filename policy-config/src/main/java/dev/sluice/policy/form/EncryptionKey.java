package dev.sluice.policy.form;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.crypto.ECDHEncrypter;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import dev.sluice.policy.field.Form;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.Base64;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A partner's public key, to which what is meant for it alone is encrypted. */
public final class EncryptionKey {

    private static final int SHORTEST_RSA = 2048;
    private static final Set<Curve> CURVES = Set.of(Curve.P_256, Curve.P_384, Curve.P_521);

    private static final String PRIVATE = "holds a private key, which everyone who reads the bundle now has";
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\\s]+)-----END PUBLIC KEY-----");

    private final JWEEncrypter encrypter;
    private final JWEAlgorithm algorithm;
    private final @Nullable String id;

    private EncryptionKey(JWEEncrypter encrypter, JWEAlgorithm algorithm, @Nullable String id) {
        this.encrypter = encrypter;
        this.algorithm = algorithm;
        this.id = id;
    }

    /** A key that cannot be used, and why. */
    public static final class UnusableKeyException extends Exception {
        private static final long serialVersionUID = 1L;

        UnusableKeyException(String message) {
            super(message);
        }
    }

    /** @param json a JSON Web Key (RFC 7517) */
    public static EncryptionKey ofJwk(String json) throws UnusableKeyException {
        try {
            return of(JWK.parse(json));
        } catch (ParseException e) {
            throw new UnusableKeyException("is no JSON Web Key");
        }
    }

    /** @param pem a public key in PEM (RFC 7468 section 13), RSA or elliptic curve */
    public static EncryptionKey ofPem(String pem) throws UnusableKeyException {
        if (pem.contains("PRIVATE KEY")) {
            throw new UnusableKeyException(PRIVATE);
        }
        Matcher matcher = PEM.matcher(pem.strip());
        if (!matcher.matches()) {
            throw new UnusableKeyException("is no public key in PEM");
        }
        try {
            X509EncodedKeySpec spec =
                    new X509EncodedKeySpec(Base64.getMimeDecoder().decode(matcher.group(1)));
            return of(jwk(spec));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new UnusableKeyException("is no public key in PEM");
        }
    }

    private static JWK jwk(X509EncodedKeySpec spec) throws GeneralSecurityException {
        try {
            return new RSAKey.Builder(
                            (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec))
                    .build();
        } catch (InvalidKeySpecException e) {
            ECPublicKey key = (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
            return new ECKey.Builder(Curve.forECParameterSpec(key.getParams()), key).build();
        }
    }

    private static EncryptionKey of(JWK key) throws UnusableKeyException {
        if (key.isPrivate()) {
            throw new UnusableKeyException(PRIVATE);
        }
        if (key.getKeyUse() != null && !key.getKeyUse().equals(KeyUse.ENCRYPTION)) {
            throw new UnusableKeyException("is not meant for encryption");
        }
        try {
            if (key instanceof RSAKey rsa) {
                if (rsa.size() < SHORTEST_RSA) {
                    throw new UnusableKeyException("has " + rsa.size() + " bits");
                }
                return new EncryptionKey(new RSAEncrypter(rsa), JWEAlgorithm.RSA_OAEP_256, key.getKeyID());
            }
            if (key instanceof ECKey curve && CURVES.contains(curve.getCurve())) {
                return new EncryptionKey(new ECDHEncrypter(curve), JWEAlgorithm.ECDH_ES_A256KW, key.getKeyID());
            }
        } catch (JOSEException e) {
            throw new UnusableKeyException("is no usable public key");
        }
        throw new UnusableKeyException("is of a kind that is not supported");
    }

    /** A form that puts what another makes of a value into an envelope for this key. */
    public Form around(Form inner) {
        return new Envelope(inner, encrypter, algorithm, id);
    }
}
