package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Path;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses the small part of RFC 9535 that catalogs speak: {@code $}, {@code .name}, {@code ['name']}, {@code [*]},
 * {@code [0]},
 * {@code .*}, {@code [?name='text' && other='text']}, and {@code **} at the end.
 */
final class PathParser {

    private static final int LARGEST_INDEX_DIGITS = 6;

    private final Problems problems;

    PathParser(Problems problems) {
        this.problems = problems;
    }

    Optional<Path> parse(YamlScalar scalar) {
        Cursor cursor = new Cursor(scalar.text());
        try {
            return Optional.of(cursor.path());
        } catch (InvalidPathException e) {
            problems.error(
                    "invalid-path",
                    scalar.location(),
                    "the path `" + scalar.text() + "` is not understood at character " + (cursor.at + 1)
                            + " (expected: " + e.getMessage() + ")",
                    e.help);
            return Optional.empty();
        }
    }

    /** Reads one path from left to right. */
    private static final class Cursor {

        private final String text;
        private final List<Step> steps = new ArrayList<>();
        private int at;

        Cursor(String text) {
            this.text = text;
        }

        Path path() throws InvalidPathException {
            boolean absolute = text.startsWith("$");
            if (absolute) {
                at = 1;
            } else if (!text.startsWith("[")) {
                dotted();
            }
            while (at < text.length()) {
                if (!steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Subtree) {
                    throw new InvalidPathException("nothing behind `**`", null);
                }
                if (take(".")) {
                    dotted();
                } else if (take("[")) {
                    steps.add(bracketed());
                } else {
                    throw new InvalidPathException(
                            "`.` or `[`", "names with other characters are written `['like this']`");
                }
            }
            return new Path(absolute, steps, text);
        }

        private void dotted() throws InvalidPathException {
            if (take("**")) {
                steps.add(new Step.Subtree());
            } else if (take("*")) {
                steps.add(new Step.AnyMember());
            } else {
                steps.add(new Step.Member(word()));
            }
        }

        private Step bracketed() throws InvalidPathException {
            if (take("*]")) {
                return new Step.AnyElement();
            }
            if (take("?")) {
                return new Step.Matching(matching());
            }
            if (isQuote()) {
                String name = quoted();
                expect("]");
                return new Step.Member(name);
            }
            int from = at;
            while (at < text.length() && Character.isDigit(text.charAt(at)) && text.charAt(at) < 0x80) {
                at++;
            }
            String digits = text.substring(from, at);
            if (digits.isEmpty()
                    || digits.length() > LARGEST_INDEX_DIGITS
                    || digits.length() > 1 && digits.startsWith("0")) {
                throw new InvalidPathException("`*`, an index, `'name'` or `?name='text'` in `[ ]`", null);
            }
            expect("]");
            return new Step.Element(Integer.parseInt(digits));
        }

        private Map<String, String> matching() throws InvalidPathException {
            Map<String, String> wanted = new LinkedHashMap<>();
            do {
                spaces();
                String name = isQuote() ? quoted() : word();
                spaces();
                expect("=");
                spaces();
                if (!isQuote()) {
                    throw new InvalidPathException("a text in single quotes", "like this: `[?name='gift']`");
                }
                if (wanted.put(name, quoted()) != null) {
                    throw new InvalidPathException("each name once", null);
                }
                spaces();
            } while (take("&&"));
            expect("]");
            return wanted;
        }

        private String word() throws InvalidPathException {
            int from = at;
            while (at < text.length() && isWordCharacter(text.charAt(at))) {
                at++;
            }
            if (from == at) {
                throw new InvalidPathException("a name", "names with other characters are written `['like this']`");
            }
            return text.substring(from, at);
        }

        private static boolean isWordCharacter(char c) {
            return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || c == '_' || c == '-';
        }

        private boolean isQuote() {
            return at < text.length() && (text.charAt(at) == '\'' || text.charAt(at) == '"');
        }

        private String quoted() throws InvalidPathException {
            char quote = text.charAt(at++);
            StringBuilder name = new StringBuilder();
            while (at < text.length() && text.charAt(at) != quote) {
                if (take("\\") && (at == text.length() || "\\'\"".indexOf(text.charAt(at)) < 0)) {
                    throw new InvalidPathException("`\\'`, `\\\"` or `\\\\`", null);
                }
                name.append(text.charAt(at++));
            }
            if (at == text.length()) {
                throw new InvalidPathException("a closing quote", null);
            }
            at++;
            return name.toString();
        }

        private void spaces() {
            while (at < text.length() && text.charAt(at) == ' ') {
                at++;
            }
        }

        private boolean take(String wanted) {
            if (text.startsWith(wanted, at)) {
                at += wanted.length();
                return true;
            }
            return false;
        }

        private void expect(String wanted) throws InvalidPathException {
            if (!take(wanted)) {
                throw new InvalidPathException("`" + wanted + "`", null);
            }
        }
    }

    /** Ends the reading of one path; the message is what was expected. */
    private static final class InvalidPathException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient @Nullable String help;

        InvalidPathException(String expected, @Nullable String help) {
            super(expected, null, false, false);
            this.help = help;
        }
    }
}
