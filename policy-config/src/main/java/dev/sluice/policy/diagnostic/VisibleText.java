package dev.sluice.policy.diagnostic;

import java.util.OptionalInt;

/**
 * Tells what a reader cannot see, or cannot tell from a plain space: controls, format characters, unusual spaces. Two
 * texts that differ in such a character alone look the same, so a comparison that fails on it fails unnoticed.
 */
public final class VisibleText {

    private VisibleText() {}

    /** The first code point that cannot be seen. */
    public static OptionalInt firstHidden(String text) {
        return text.codePoints().filter(VisibleText::isHidden).findFirst();
    }

    /** Whether a text begins and ends with something that can be seen and is no space; an empty one does not. */
    public static boolean hasSeenEnds(String text) {
        return !text.isEmpty() && isSeen(text.codePointAt(0)) && isSeen(text.codePointBefore(text.length()));
    }

    /** Whether a reader sees all of a text: it begins and ends with something seen, and nothing between is hidden. */
    public static boolean isSeenWhole(String text) {
        if (!hasSeenEnds(text)) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' || c > '~') && isHidden(text.codePointAt(i))) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
            }
        }
        return true;
    }

    private static boolean isSeen(int c) {
        return c != ' ' && !isHidden(c);
    }

    /** The text with an escape in the place of each character that cannot be seen. */
    public static String of(String text) {
        StringBuilder out = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isHidden(c)) {
                out.append(String.format(c > Character.MAX_VALUE ? "\\U%08x" : "\\u%04x", c));
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> true;
            case Character.SPACE_SEPARATOR -> c != ' ';
            default -> isBlankLetter(c);
        };
    }

    /** Letters, marks and symbols that are shown as nothing (Unicode: default ignorable), and the blank of Braille. */
    private static boolean isBlankLetter(int c) {
        return switch (c) {
            case 0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x2800, 0x3164, 0xFFA0 -> true;
            default -> c >= 0x180B && c <= 0x180F || c >= 0xFE00 && c <= 0xFE0F || c >= 0xE0000 && c <= 0xE0FFF;
        };
    }
}
