package dev.sluice.gateway.edge;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/** Reads HTTP/1.1 from a stream, strictly: what ends too early throws. */
final class HttpBytes {

    private HttpBytes() {}

    /** The head with its line ends, or an empty text at the end of the stream. */
    static String head(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int last4 = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            out.write(b);
            last4 = last4 << 8 | b;
            if (last4 == 0x0D0A0D0A) {
                return out.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }

    static Optional<String> field(String head, String name) {
        for (String line : head.split("\r\n")) {
            int colon = line.indexOf(':');
            if (colon > 0 && line.substring(0, colon).equalsIgnoreCase(name)) {
                return Optional.of(line.substring(colon + 1).strip());
            }
        }
        return Optional.empty();
    }

    static byte[] body(String head, InputStream in) throws IOException {
        if (field(head, "transfer-encoding")
                .map(t -> t.toLowerCase(Locale.ROOT))
                .equals(Optional.of("chunked"))) {
            return chunks(in);
        }
        int length = field(head, "content-length").map(Integer::parseInt).orElse(0);
        return exactly(in, length);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(in), 16);
            out.writeBytes(exactly(in, size));
            line(in);
            if (size == 0) {
                return out.toByteArray();
            }
        }
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException("the stream ended inside a chunk line");
            }
            if (b != '\r') {
                out.write(b);
            }
        }
        return out.toString(StandardCharsets.US_ASCII);
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the stream ended inside a body");
        }
        return bytes;
    }
}
