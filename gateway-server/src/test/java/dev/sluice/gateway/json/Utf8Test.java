package dev.sluice.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

final class Utf8Test {

    /** On both sides of every bound that RFC 3629 sets. */
    private static final int[] CLOSE_TO_BOUNDS = {0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF};

    @Example
    void knowsEveryCharacter() {
        for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
            boolean surrogate = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
            boolean plain = point >= ' ' && point != '"' && point != '\\';
            byte[] bytes = encoded(point);
            int found = Utf8.textEnd(inWindow(bytes), 1);
            assertThat(found).as("%x", point).isEqualTo(plain && !surrogate ? bytes.length + 2 : point == '"' ? 2 : 1);
        }
    }

    @Example
    void agreesWithTheDecoderOfJavaAboutFourBytesCloseToEveryBound() {
        for (int lead = 0; lead < 256; lead++) {
            for (int second : CLOSE_TO_BOUNDS) {
                for (int third : CLOSE_TO_BOUNDS) {
                    for (int fourth : CLOSE_TO_BOUNDS) {
                        agrees(new byte[] {(byte) lead, (byte) second, (byte) third, (byte) fourth});
                    }
                }
            }
        }
    }

    @Property(tries = 3000)
    void agreesWithTheDecoderOfJavaAboutAnyBytes(@ForAll @Size(max = 80) byte[] bytes) {
        agrees(bytes);
    }

    @Property(tries = 1000)
    void agreesWithTheDecoderOfJavaAboutAnyPartOfAText(@ForAll String text, @ForAll int from, @ForAll int to) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int start = Math.floorMod(from, bytes.length + 1);
        agrees(Arrays.copyOfRange(bytes, start, start + Math.floorMod(to, bytes.length + 1 - start)));
    }

    /** Found is the first quote, where all before it is a text that needs no escape. */
    private static void agrees(byte[] bytes) {
        byte[] window = inWindow(bytes);
        int quote = 1;
        boolean plain = true;
        while (window[quote] != '"') {
            plain &= (window[quote] < 0 || window[quote] >= ' ') && window[quote] != '\\';
            quote++;
        }
        boolean found = plain && quote < 57 && decodes(Arrays.copyOfRange(window, 1, quote));
        assertThat(Utf8.textEnd(window, 1)).as(() -> Arrays.toString(bytes)).isEqualTo(found ? quote + 1 : 1);
    }

    /** With a quote behind it, and with what must not be looked at around both. */
    private static byte[] inWindow(byte[] bytes) {
        byte[] window = new byte[bytes.length + 2 + JsonBytes.PADDING];
        Arrays.fill(window, (byte) 0xBF);
        System.arraycopy(bytes, 0, window, 1, bytes.length);
        window[bytes.length + 1] = '"';
        return window;
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    /** By the table of RFC 3629, section 3, surrogates too. */
    private static byte[] encoded(int point) {
        if (point < 0x80) {
            return new byte[] {(byte) point};
        }
        if (point < 0x800) {
            return new byte[] {(byte) (0xC0 | point >> 6), last(point)};
        }
        if (point < 0x10000) {
            return new byte[] {(byte) (0xE0 | point >> 12), last(point >> 6), last(point)};
        }
        return new byte[] {(byte) (0xF0 | point >> 18), last(point >> 12), last(point >> 6), last(point)};
    }

    private static byte last(int bits) {
        return (byte) (0x80 | bits & 0x3F);
    }
}
