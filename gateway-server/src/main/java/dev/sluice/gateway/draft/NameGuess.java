package dev.sluice.gateway.draft;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Guesses from what a member is called, and what is around it, which category stands there. */
final class NameGuess {

    private final List<Line> lines;

    private record Line(Pattern parent, Pattern name, String category) {}

    private NameGuess(List<Line> lines) {
        this.lines = lines;
    }

    static NameGuess shipped() {
        try (InputStream in = NameGuess.class.getResourceAsStream("names.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of names is not in this build");
            }
            return new NameGuess(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(NameGuess::line)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param parent the member around it, or an empty text */
    Optional<String> category(String parent, String name) {
        String around = plain(parent);
        String own = plain(name);
        return lines.stream()
                .filter(line -> line.name().matcher(own).matches()
                        && line.parent().matcher(around).matches())
                .map(Line::category)
                .findFirst();
    }

    private static Line line(String text) {
        int blank = text.lastIndexOf(' ');
        String expression = text.substring(0, blank);
        int slash = expression.indexOf('/');
        return new Line(
                Pattern.compile(slash < 0 ? ".*" : expression.substring(0, slash)),
                Pattern.compile(expression.substring(slash + 1)),
                text.substring(blank + 1));
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[_$-]", "");
    }
}
