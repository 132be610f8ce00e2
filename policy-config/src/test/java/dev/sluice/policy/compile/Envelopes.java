package dev.sluice.policy.compile;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.crypto.ECDHDecrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A partner's own side of what is encrypted to it: its key pair, and documents whose envelopes it has opened. */
final class Envelopes {

    private static final ECKey KEY = key();

    private Envelopes() {}

    /** The value of a partner's {@code encryption}. */
    static String yaml() {
        return "{ jwk: { kty: EC, crv: P-256, x: \"" + KEY.getX() + "\", y: \"" + KEY.getY() + "\" } }";
    }

    /** What stands for an envelope around a value. */
    static String around(Object value) {
        return "E(" + TinyJson.write(value) + ")";
    }

    /** A document with every envelope, of values and names, as {@link #around} writes it. */
    static Object opened(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> opened = new LinkedHashMap<>();
            map.forEach((name, member) -> opened.put((String) opened(name), opened(member)));
            return opened;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Envelopes::opened).toList();
        }
        return value instanceof String text && text.startsWith("eyJ") ? "E(" + content(text) + ")" : value;
    }

    /** The JSON inside an envelope. */
    static String content(String compact) {
        try {
            JWEObject envelope = JWEObject.parse(compact);
            envelope.decrypt(new ECDHDecrypter(KEY));
            return envelope.getPayload().toString();
        } catch (ParseException | JOSEException e) {
            throw new AssertionError(e);
        }
    }

    private static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).generate();
        } catch (JOSEException e) {
            throw new AssertionError(e);
        }
    }
}
