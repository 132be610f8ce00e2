package dev.sluice.policy.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/** Pseudonyms, handles and the keys behind them (B10). */
class PseudonymTest {

    private static final byte[] SECRET = new byte[32];
    private static final KeyRing.Key KEY = KeyRing.Key.lasting("main", "e1", SECRET);

    @Test
    void derivesKeysAsInAppendixA1OfRfc5869() {
        byte[] secret = new byte[22];
        Arrays.fill(secret, (byte) 0x0b);
        byte[] okm = Hkdf.derive(
                secret,
                HexFormat.of().parseHex("000102030405060708090a0b0c"),
                HexFormat.of().parseHex("f0f1f2f3f4f5f6f7f8f9"),
                42);
        assertThat(HexFormat.of().formatHex(okm))
                .isEqualTo("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    }

    @Test
    void derivesKeysAsInAppendixA2OfRfc5869() {
        byte[] okm = Hkdf.derive(range(0x00, 0x50), range(0x60, 0xb0), range(0xb0, 0x100), 82);
        assertThat(HexFormat.of().formatHex(okm))
                .isEqualTo(
                        "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09"
                                + "da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
    }

    @Test
    void derivesKeysAsInAppendixA3OfRfc5869() {
        byte[] secret = new byte[22];
        Arrays.fill(secret, (byte) 0x0b);
        byte[] okm = Hkdf.derive(secret, new byte[0], new byte[0], 42);
        assertThat(HexFormat.of().formatHex(okm))
                .isEqualTo("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
    }

    @Test
    void isTheEpochAndTheKeyedHashOfTheValue() throws GeneralSecurityException {
        byte[] key = Hkdf.derive(SECRET, new byte[0], "mailwerk\0user.name".getBytes(StandardCharsets.UTF_8), 32);
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String expected = "e1."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal("Ada".getBytes(StandardCharsets.UTF_8)));
        assertThat(pseudonym("mailwerk", "user.name", false, Scalar.string("Ada")))
                .isEqualTo(expected);
    }

    @Test
    void partnersAndDomainsNeverMeet() {
        Scalar value = Scalar.string("Ada");
        assertThat(pseudonym("mailwerk", "user.name", false, value))
                .isNotEqualTo(pseudonym("other", "user.name", false, value))
                .isNotEqualTo(pseudonym("mailwerk", "user.contact", false, value));
    }

    @Test
    void emailAddressesCountTrimmedAndInLowerCase() {
        assertThat(pseudonym("m", "d", true, Scalar.string(" A@B.example")))
                .isEqualTo(pseudonym("m", "d", true, Scalar.string("a@b.example")))
                .isNotEqualTo(pseudonym("m", "d", false, Scalar.string("A@B.example")));
    }

    @Test
    void numbersCountByTheirLiteral() {
        assertThat(pseudonym("m", "d", false, Scalar.number("7")))
                .isEqualTo(pseudonym("m", "d", false, Scalar.string("7")))
                .isNotEqualTo(pseudonym("m", "d", false, Scalar.number("7.0")));
    }

    @Test
    void aHandleIsThePersonsWhateverStandsInTheField() {
        CustomerHandle handle = new CustomerHandle(KEY, KeyChange.AT_ONCE, "mailwerk");
        RecordContext context = new RecordContext(Instant.EPOCH, "mailwerk", null, "42");
        assertThat(handle.apply(Scalar.number("0"), context)).isEqualTo(handle.apply(Scalar.string("x"), context));
    }

    @Test
    void aGuestHasNoHandle() {
        CustomerHandle handle = new CustomerHandle(KEY, KeyChange.AT_ONCE, "mailwerk");
        RecordContext guest = new RecordContext(Instant.EPOCH, "mailwerk", null, null);
        assertThat(handle.apply(Scalar.number("7"), guest)).isNull();
    }

    private static String pseudonym(String partner, String domain, boolean email, Scalar value) {
        RecordContext context = new RecordContext(Instant.EPOCH, partner, null, null);
        Scalar changed = new Pseudonym(KEY, KeyChange.AT_ONCE, partner, domain, email).apply(value, context);
        return changed == null ? "-" : changed.text();
    }

    private static byte[] range(int from, int to) {
        byte[] bytes = new byte[to - from];
        for (int k = 0; k < bytes.length; k++) {
            bytes[k] = (byte) (from + k);
        }
        return bytes;
    }
}
