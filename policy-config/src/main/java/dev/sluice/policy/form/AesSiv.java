package dev.sluice.policy.form;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * AES-SIV (RFC 5297): encryption that is the same for the same text and cannot be altered unnoticed. Not for several
 * threads.
 */
final class AesSiv {

    static final int BLOCK = 16;
    private static final byte[] ZERO = new byte[BLOCK];

    private final Cipher chain;
    private final Cipher counter;
    private final SecretKeySpec macKey;
    private final SecretKeySpec counterKey;
    private final byte[] subkey;
    private final byte[] paddedSubkey;

    /** @param key 32, 48 or 64 bytes: one half authenticates, the other encrypts */
    AesSiv(byte[] key) {
        int half = key.length / 2;
        this.macKey = new SecretKeySpec(key, 0, half, "AES");
        this.counterKey = new SecretKeySpec(key, half, half, "AES");
        try {
            this.chain = Cipher.getInstance("AES/CBC/NoPadding");
            this.counter = Cipher.getInstance("AES/CTR/NoPadding");
            chain.init(Cipher.ENCRYPT_MODE, macKey, new IvParameterSpec(ZERO));
            this.subkey = doubled(chain.doFinal(ZERO));
            this.paddedSubkey = doubled(subkey);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no AES", e);
        }
    }

    /** The synthetic IV and the encrypted text. @param bound what both ends know besides, in this order */
    byte[] seal(byte[] text, byte[]... bound) {
        byte[] iv = vector(text, bound);
        byte[] sealed = Arrays.copyOf(iv, BLOCK + text.length);
        System.arraycopy(crypt(iv, text), 0, sealed, BLOCK, text.length);
        return sealed;
    }

    /** The text, or null if it was not sealed with this key and these bounds. */
    byte @Nullable [] open(byte[] sealed, byte[]... bound) {
        if (sealed.length < BLOCK) {
            return null;
        }
        byte[] iv = Arrays.copyOf(sealed, BLOCK);
        byte[] text = crypt(iv, Arrays.copyOfRange(sealed, BLOCK, sealed.length));
        return MessageDigest.isEqual(iv, vector(text, bound)) ? text : null;
    }

    /** S2V of section 2.4. */
    private byte[] vector(byte[] text, byte[]... bound) {
        byte[] sum = mac(ZERO);
        for (byte[] one : bound) {
            sum = xor(doubled(sum), mac(one), 0);
        }
        if (text.length >= BLOCK) {
            return mac(xor(text, sum, text.length - BLOCK));
        }
        byte[] padded = Arrays.copyOf(text, BLOCK);
        padded[text.length] = (byte) 0x80;
        return mac(xor(doubled(sum), padded, 0));
    }

    /** CMAC (RFC 4493): the last block of a chain whose last input is whitened. */
    private byte[] mac(byte[] input) {
        boolean whole = input.length > 0 && input.length % BLOCK == 0;
        int blocks = whole ? input.length / BLOCK : input.length / BLOCK + 1;
        byte[] padded = Arrays.copyOf(input, blocks * BLOCK);
        if (!whole) {
            padded[input.length] = (byte) 0x80;
        }
        byte[] last = xor(padded, whole ? subkey : paddedSubkey, padded.length - BLOCK);
        try {
            byte[] chained = chain.doFinal(last);
            return Arrays.copyOfRange(chained, chained.length - BLOCK, chained.length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES failed", e);
        }
    }

    private byte[] crypt(byte[] iv, byte[] text) {
        byte[] start = iv.clone();
        start[8] &= 0x7f;
        start[12] &= 0x7f;
        try {
            counter.init(Cipher.ENCRYPT_MODE, counterKey, new IvParameterSpec(start));
            return counter.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES failed", e);
        }
    }

    /** The bytes with others added at an offset. */
    private static byte[] xor(byte[] bytes, byte[] added, int offset) {
        byte[] sum = bytes.clone();
        for (int k = 0; k < added.length; k++) {
            sum[offset + k] ^= added[k];
        }
        return sum;
    }

    /** Multiplied by x in the field of section 2.3. */
    private static byte[] doubled(byte[] block) {
        byte[] result = new byte[BLOCK];
        int carry = 0;
        for (int k = BLOCK - 1; k >= 0; k--) {
            result[k] = (byte) (block[k] << 1 | carry);
            carry = (block[k] & 0x80) >> 7;
        }
        result[BLOCK - 1] ^= (byte) (carry == 0 ? 0 : 0x87);
        return result;
    }
}
