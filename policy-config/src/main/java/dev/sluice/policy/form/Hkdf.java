package dev.sluice.policy.form;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HKDF with SHA-256 (RFC 5869): many keys for many uses out of one. */
final class Hkdf {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BLOCK = 32;

    private Hkdf() {}

    /** @param salt may be empty: then a block of zeros (section 2.2) @param length at most 255 blocks (section 2.3) */
    static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) {
        if (length > 255 * BLOCK) {
            throw new IllegalArgumentException("a derived key has at most 8160 bytes");
        }
        Mac extract = mac(salt.length == 0 ? new byte[BLOCK] : salt);
        Mac expand = mac(extract.doFinal(secret));
        byte[] output = new byte[length];
        byte[] block = new byte[0];
        for (int done = 0, counter = 1; done < length; done += BLOCK, counter++) {
            expand.update(block);
            expand.update(info);
            block = expand.doFinal(new byte[] {(byte) counter});
            System.arraycopy(block, 0, output, done, Math.min(BLOCK, length - done));
        }
        Arrays.fill(block, (byte) 0);
        return output;
    }

    static Mac mac(byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no HMAC with SHA-256", e);
        }
    }
}
