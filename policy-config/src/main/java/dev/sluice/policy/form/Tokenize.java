package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A token in the place of the value, the same for the same value, partner and domain, that only the gateway can turn
 * back. Strings
 * count decoded, numbers by their literal. It shows how long the value is.
 */
public final class Tokenize implements Form {

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();
    private static final int KEY_BYTES = 64;

    /** No pseudonym's domain contains a space, so no pseudonym is made with this key. */
    private static final String USE = " tokenize";

    private final Epochs<Sealer> sealers;

    /**
     * @param change what the partner gets while two epochs overlap
     * @param domain what kind of value it is; values of different domains never meet
     */
    public Tokenize(KeyRing.Key key, KeyChange change, String partner, String domain) {
        byte[] info = (partner + '\0' + domain + USE).getBytes(StandardCharsets.UTF_8);
        this.sealers = new Epochs<>(
                key,
                change,
                epoch -> new Sealer(epoch.id(), Hkdf.derive(epoch.secret(), new byte[0], info, KEY_BYTES)));
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        Sealer current = value.isString() || value.isNumber() ? sealers.at(context.instant()) : null;
        if (current == null) {
            return null;
        }
        Sealer beside = sealers.beside(context.instant());
        String token = current.token(value.text());
        return Scalar.string(beside == null ? token : token + PartnerKey.BESIDE + beside.token(value.text()));
    }

    /** The text that a token stands for, or null if it is none of this partner, domain and key. */
    public @Nullable String reverse(String token) {
        int dot = token.lastIndexOf('.');
        Sealer sealer = dot < 0 ? null : sealers.of(token.substring(0, dot));
        return sealer == null ? null : sealer.text(token.substring(dot + 1));
    }

    @Override
    public String name() {
        return "tokenize";
    }

    /** One epoch's key, with a cipher for each thread. */
    private static final class Sealer {
        private final String epoch;
        private final ThreadLocal<AesSiv> ciphers;

        Sealer(String epoch, byte[] key) {
            this.epoch = epoch;
            this.ciphers = ThreadLocal.withInitial(() -> new AesSiv(key));
        }

        String token(String text) {
            byte[] sealed = ciphers.get().seal(text.getBytes(StandardCharsets.UTF_8));
            return epoch + "." + ENCODER.encodeToString(sealed);
        }

        @Nullable String text(String encoded) {
            try {
                byte[] text = ciphers.get().open(DECODER.decode(encoded));
                return text == null ? null : new String(text, StandardCharsets.UTF_8);
            } catch (IllegalArgumentException e) {
                return null;
            }
        }
    }
}
