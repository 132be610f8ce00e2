package dev.sluice.policy.yaml;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Decodes a file's bytes: UTF-8, no byte order mark, no control characters, and nothing by which an editor shows other
 * lines or another order than is read. Says where the first bad one stands.
 */
final class Utf8Text {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int DELETE = 0x7F;
    private static final int NEXT_LINE = 0x85;

    private final String file;
    private final Problems problems;

    Utf8Text(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    Optional<String> decode(byte[] bytes) {
        CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes), chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            problems.error("not-utf-8", end(text), "the file is not valid UTF-8 here", "save the file as UTF-8");
            return Optional.empty();
        }
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            problems.error(
                    "byte-order-mark",
                    new SourceLocation(file, 1, 1),
                    "the file begins with a byte order mark",
                    "save the file as UTF-8 without a byte order mark");
            return Optional.empty();
        }
        for (int i = 0; i < text.length(); i++) {
            if (isControl(text.charAt(i))) {
                problems.error(
                        "control-character",
                        end(text.substring(0, i)),
                        String.format("the control character U+%04X stands here", (int) text.charAt(i)),
                        "remove it, or write it as an escape in double quotes");
                return Optional.empty();
            }
            if (isLineBreakToSome(text, i) || isDirection(text.charAt(i))) {
                problems.error(
                        "misleading-character",
                        end(text.substring(0, i)),
                        String.format(
                                "U+%04X stands here, which makes the file look other than it is read (expected: none)",
                                (int) text.charAt(i)),
                        "remove it; lines end with LF or CR LF");
                return Optional.empty();
            }
        }
        return Optional.of(text);
    }

    /** What is a line break to YAML but not to editors, or the other way round. */
    private static boolean isLineBreakToSome(String text, int at) {
        char c = text.charAt(at);
        boolean lone = c == '\r' && !text.startsWith("\n", at + 1);
        return lone || c == NEXT_LINE || c == '\u2028' || c == '\u2029';
    }

    /** What turns the direction of writing, so that text is shown in another order. */
    private static boolean isDirection(char c) {
        return c == '\u200E'
                || c == '\u200F'
                || c == '\u061C'
                || c >= '\u202A' && c <= '\u202E'
                || c >= '\u2066' && c <= '\u2069';
    }

    /** What YAML 1.2 does not call printable, and the noncharacters. */
    private static boolean isControl(char c) {
        boolean c0 = c < ' ' && c != '\t' && c != '\n' && c != '\r';
        boolean c1 = c >= DELETE && c < 0xA0 && c != NEXT_LINE;
        return c0 || c1 || c == BYTE_ORDER_MARK || c == '\uFFFE' || c == '\uFFFF';
    }

    /** The place behind a text. */
    private SourceLocation end(String before) {
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        String rest = before.substring(before.lastIndexOf('\n') + 1);
        return new SourceLocation(file, line, 1 + rest.codePointCount(0, rest.length()));
    }
}
