package dev.sluice.gateway.cli;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.diagnostic.SourceText;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that problems point into.
 *
 * @param directory what the places' files are relative to, as it was named at the command line
 * @param texts the files as they were read
 */
record SourceLines(Path directory, Map<String, SourceText> texts) {

    /** What stands behind these words may be a secret that somebody wrote where a secret's file should be named. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)^(.*\\b(value|secret|token|password|key|url|jdbc)\"?\\s*:).*$");

    SourceLines {
        texts = Map.copyOf(texts);
    }

    /** How a person at this terminal would name the file of {@code place}. */
    String path(SourceLocation place) {
        boolean directoryItself = !texts.containsKey(place.file())
                && String.valueOf(directory.getFileName()).equals(place.file());
        Path path = directoryItself ? directory : directory.resolve(place.file());
        return path.normalize().toString();
    }

    /** The line at {@code place}, cut off where a secret might begin; empty if there is no such line. */
    Optional<String> line(SourceLocation place) {
        SourceText text = texts.get(place.file());
        if (text == null || text.line(place.line()).isBlank()) {
            return Optional.empty();
        }
        String line = text.line(place.line());
        Matcher secret = SECRET.matcher(line);
        return Optional.of(secret.matches() ? secret.group(1) + " …" : line);
    }
}
