package dev.sluice.gateway.edge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A line of a file of raw messages: its columns, and last the message as bytes. */
record SmugglingCase(List<String> columns, byte[] message) {

    static Stream<SmugglingCase> read(String file, int columns) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(SmugglingCase.class.getResourceAsStream("/smuggling/" + file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> of(line.split(" \\| ", columns + 1)));
        }
    }

    private static SmugglingCase of(String[] parts) {
        String message = parts[parts.length - 1]
                .replace("{partner}", RunningGateway.MAILWERK)
                .replace("{shop}", RunningGateway.SHOP);
        return new SmugglingCase(List.of(Arrays.copyOf(parts, parts.length - 1)), bytes(message));
    }

    private static byte[] bytes(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\u21b5') {
                out.write('\r');
                out.write('\n');
            } else if (c != '\\') {
                out.write(c);
            } else if (text.charAt(++i) == 'x') {
                out.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 2;
            } else {
                out.write("\\nrt".indexOf(text.charAt(i)) == 0 ? '\\' : "\n\r\t".charAt("nrt".indexOf(text.charAt(i))));
            }
        }
        return out.toByteArray();
    }

    String name() {
        return columns.get(0);
    }

    int number(int column) {
        return Integer.parseInt(columns.get(column));
    }

    @Override
    public String toString() {
        return name();
    }
}
