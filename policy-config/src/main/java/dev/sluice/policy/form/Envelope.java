package dev.sluice.policy.form;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEEncrypter;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import org.jspecify.annotations.Nullable;

/**
 * A JWE in compact form (RFC 7516) around what another form makes of the value: the value as JSON, so that its type
 * survives.
 * Different each time.
 */
public final class Envelope implements Form {

    private static final String JSON = "application/json";

    private final Form inner;
    private final JWEEncrypter encrypter;
    private final JWEHeader header;

    Envelope(Form inner, JWEEncrypter encrypter, JWEAlgorithm algorithm, @Nullable String keyId) {
        this.inner = inner;
        this.encrypter = encrypter;
        this.header = new JWEHeader.Builder(algorithm, EncryptionMethod.A256GCM)
                .contentType(JSON)
                .keyID(keyId)
                .build();
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        Scalar changed = inner.apply(value, context);
        if (changed == null || changed.kind() == Scalar.Kind.NULL) {
            return changed;
        }
        JWEObject envelope = new JWEObject(header, new Payload(JsonScalar.text(changed)));
        try {
            envelope.encrypt(encrypter);
        } catch (JOSEException e) {
            return null;
        }
        return Scalar.string(envelope.serialize());
    }

    @Override
    public String name() {
        return inner == AS_IS ? "encrypt" : inner.name() + "+encrypt";
    }
}
