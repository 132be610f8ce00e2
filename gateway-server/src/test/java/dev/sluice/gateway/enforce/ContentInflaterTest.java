package dev.sluice.gateway.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.gateway.failure.BodyFault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ContentInflaterTest {

    private static final String TEXT = "what was said, ".repeat(500);

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100_000})
    void undoesGzipHoweverItIsSplit(int step) throws Exception {
        // Given
        byte[] body = gzip(TEXT);

        // When
        String text = inflate(body, step);

        // Then
        assertThat(text).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 100_000})
    void skipsTheOptionalFieldsOfTheHeader(int step) throws Exception {
        // Given
        byte[] plain = gzip(TEXT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(plain, 0, 3);
        out.write(2 | 4 | 8 | 16);
        out.write(plain, 4, 6);
        out.writeBytes(new byte[] {3, 0, 9, 9, 9});
        out.writeBytes("name\0comment\0".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {1, 2});
        out.write(plain, 10, plain.length - 10);

        // When
        String text = inflate(out.toByteArray(), step);

        // Then
        assertThat(text).isEqualTo(TEXT);
    }

    @Test
    void refusesEveryShorterBody() throws Exception {
        // Given
        byte[] whole = gzip("short");

        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);

            // When / Then
            assertThatThrownBy(() -> inflate(cut, 5)).as("length %d", length).isInstanceOf(BodyFaultException.class);
        }
    }

    @Test
    void refusesEveryFlippedBitThatChangesTheText() throws Exception {
        // Given
        byte[] whole = gzip("short");

        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);

            // When
            String text;
            try {
                text = inflate(flipped, 1000);
            } catch (BodyFaultException e) {
                continue;
            }

            // Then
            assertThat(text).as("bit %d", bit).isEqualTo("short");
        }
    }

    @Test
    void refusesWhatInflatesBeyondTheSize() throws Exception {
        // Given
        byte[] body = gzip(TEXT);
        InflationLimits limits = new InflationLimits(1000, 1000, 1000);

        // When / Then
        assertThatThrownBy(() -> inflate(body, 100, limits))
                .isInstanceOfSatisfying(
                        BodyFaultException.class, e -> assertThat(e.fault()).isEqualTo(BodyFault.INFLATES));
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static String inflate(byte[] body, int step) throws BodyFaultException {
        return inflate(body, step, InflationLimits.ofSize(1 << 30));
    }

    private static String inflate(byte[] body, int step, InflationLimits limits) throws BodyFaultException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ContentInflater inflater = new ContentInflater(ContentCoding.GZIP, limits)) {
            for (int from = 0; from < body.length; from += step) {
                ByteBuffer input = ByteBuffer.wrap(body, from, Math.min(step, body.length - from));
                for (ByteBuffer piece = inflater.next(input); piece != null; piece = inflater.next(input)) {
                    while (piece.hasRemaining()) {
                        out.write(piece.get());
                    }
                }
                assertThat(input.hasRemaining()).isFalse();
            }
            inflater.finish();
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
