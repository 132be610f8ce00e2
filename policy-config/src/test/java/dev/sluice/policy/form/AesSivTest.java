package dev.sluice.policy.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** AES-SIV by the examples of RFC 5297, appendix A. */
class AesSivTest {

    private static final HexFormat HEX = HexFormat.of();

    @Test
    void sealsAsInAppendixA1() {
        // Given
        byte[] key = HEX.parseHex("fffefdfcfbfaf9f8f7f6f5f4f3f2f1f0f0f1f2f3f4f5f6f7f8f9fafbfcfdfeff");
        byte[] bound = HEX.parseHex("101112131415161718191a1b1c1d1e1f2021222324252627");

        // When
        byte[] sealed = new AesSiv(key).seal(HEX.parseHex("112233445566778899aabbccddee"), bound);

        // Then
        assertThat(HEX.formatHex(sealed)).isEqualTo("85632d07c6e8f37f950acd320a2ecc9340c02b9690c4dc04daef7f6afe5c");
    }

    @Test
    void sealsAsInAppendixA2() {
        // Given
        byte[] key = HEX.parseHex("7f7e7d7c7b7a79787776757473727170404142434445464748494a4b4c4d4e4f");
        byte[] first = HEX.parseHex("00112233445566778899aabbccddeeffdeaddadadeaddadaffeeddccbbaa99887766554433221100");
        byte[] second = HEX.parseHex("102030405060708090a0");
        byte[] nonce = HEX.parseHex("09f911029d74e35bd84156c5635688c0");
        byte[] text = HEX.parseHex("7468697320697320736f6d6520706c61" + "696e7465787420746f20656e63727970"
                + "74207573696e67205349562d414553");

        // When
        byte[] sealed = new AesSiv(key).seal(text, first, second, nonce);

        // Then
        assertThat(HEX.formatHex(sealed))
                .isEqualTo("7bdb6e3b432667eb06f4d14bff2fbd0fcb900f2fddbe404326601965c889bf17"
                        + "dba77ceb094fa663b7a3f748ba8af829ea64ad544a272e9c485b62a3fd5c0d");
    }

    @Property
    void opensWhatItSealedAndNothingElse(
            @ForAll @Size(64) byte[] key,
            @ForAll @Size(max = 100) byte[] text,
            @ForAll @IntRange(max = 115) int flipped) {
        // Given
        AesSiv cipher = new AesSiv(key);
        byte[] sealed = cipher.seal(text);
        byte[] altered = sealed.clone();
        altered[flipped % altered.length] ^= 1;

        // Then
        assertThat(cipher.open(sealed)).isEqualTo(text);
        assertThat(cipher.open(altered)).isNull();
        assertThat(cipher.open(new byte[AesSiv.BLOCK - 1])).isNull();
    }
}
