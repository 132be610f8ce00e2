package dev.sluice.gateway.cli;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The lines of the files that problems point into, read when the first problem of a file is shown. */
final class SourceLines {

    /** What stands behind these words may be a secret, if somebody wrote it into the file instead of naming a secret's file. */
    private static final Pattern SECRET =
            Pattern.compile("(?i)^(.*\\b(value|secret|token|password|key|sha256|url|jdbc)\"?\\s*:).*$");

    private final Path directory;
    private final Map<String, List<String>> files = new HashMap<>();

    /** @param directory what the places' files are relative to */
    SourceLines(Path directory) {
        this.directory = directory;
    }

    /** How a person at this terminal would name the file of {@code place}. */
    String path(SourceLocation place) {
        return directory.resolve(place.file()).normalize().toString();
    }

    /** The line at {@code place}, cut off where a secret might begin; empty if there is no such line. */
    Optional<String> line(SourceLocation place) {
        List<String> lines = files.computeIfAbsent(place.file(), this::read);
        if (place.line() < 1 || place.line() > lines.size()) {
            return Optional.empty();
        }
        String line = lines.get(place.line() - 1);
        var secret = SECRET.matcher(line);
        return Optional.of(secret.matches() ? secret.group(1) + " …" : line);
    }

    private List<String> read(String file) {
        try {
            Path path = directory.resolve(file).normalize();
            return Files.isRegularFile(path) ? Files.readAllLines(path, StandardCharsets.UTF_8) : List.of();
        } catch (IOException e) {
            // The problem itself says that the file cannot be read, or that it is no UTF-8.
            return List.of();
        }
    }
}
