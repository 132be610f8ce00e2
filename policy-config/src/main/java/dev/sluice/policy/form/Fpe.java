package dev.sluice.policy.form;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.fpe.FPEFF1Engine;
import org.bouncycastle.crypto.params.FPEParameters;
import org.bouncycastle.crypto.params.KeyParameter;
import org.jspecify.annotations.Nullable;

/**
 * Format-preserving encryption, FF1 of NIST SP 800-38G: characters of an alphabet become others of it, as many as
 * there were.
 * Cannot apply where fewer than a million texts of that length are possible, nor to numbers, which have no leading
 * zeros.
 */
public final class Fpe implements Form {

    /** The fewest texts among which a value may hide (SP 800-38G Revision 1). */
    private static final double FEWEST = 1e6;

    private static final int LONGEST = 256;
    private static final int KEY_BYTES = 32;

    /** No pseudonym's domain contains a space, so no pseudonym is made with this key. */
    private static final String USE = " fpe";

    private final int[] alphabet;
    private final boolean keepOthers;
    private final Epochs<ThreadLocal<FPEFF1Engine>> engines;

    /**
     * @param change what the partner gets while two epochs overlap; a text has no room for both, so both means the new one
     * @param alphabet at least two characters, each once
     * @param keepOthers whether other characters stay where they are
     */
    public Fpe(KeyRing.Key key, KeyChange change, String partner, String domain, String alphabet, boolean keepOthers) {
        this.alphabet = alphabet.codePoints().toArray();
        this.keepOthers = keepOthers;
        byte[] info = (partner + '\0' + domain + USE).getBytes(StandardCharsets.UTF_8);
        this.engines = new Epochs<>(key, change, epoch -> {
            byte[] derived = Hkdf.derive(epoch.secret(), new byte[0], info, KEY_BYTES);
            return ThreadLocal.withInitial(() -> engine(derived, this.alphabet.length));
        });
    }

    private static FPEFF1Engine engine(byte[] key, int radix) {
        FPEFF1Engine engine = new FPEFF1Engine();
        engine.init(true, new FPEParameters(new KeyParameter(key), radix, new byte[0]));
        return engine;
    }

    @Override
    public @Nullable Scalar apply(Scalar value, RecordContext context) {
        if (!value.isString()) {
            return null;
        }
        int[] points = value.text().codePoints().toArray();
        byte[] digits = new byte[points.length];
        int count = 0;
        for (int point : points) {
            int digit = digit(point);
            if (digit >= 0) {
                digits[count++] = (byte) digit;
            } else if (!keepOthers) {
                return null;
            }
        }
        if (count > LONGEST || Math.pow(alphabet.length, count) < FEWEST) {
            return null;
        }
        ThreadLocal<FPEFF1Engine> engine = engines.at(context.instant());
        return engine == null ? null : Scalar.string(woven(points, encrypted(engine.get(), digits, count)));
    }

    private static byte[] encrypted(FPEFF1Engine engine, byte[] digits, int count) {
        byte[] output = new byte[count];
        engine.processBlock(digits, 0, count, output, 0);
        return output;
    }

    /** The text with its digits replaced in their places. */
    private String woven(int[] points, byte[] digits) {
        StringBuilder text = new StringBuilder(points.length);
        int next = 0;
        for (int point : points) {
            text.appendCodePoint(digit(point) < 0 ? point : alphabet[digits[next++] & 0xff]);
        }
        return text.toString();
    }

    private int digit(int point) {
        for (int k = 0; k < alphabet.length; k++) {
            if (alphabet[k] == point) {
                return k;
            }
        }
        return -1;
    }

    @Override
    public String name() {
        return "fpe";
    }
}
