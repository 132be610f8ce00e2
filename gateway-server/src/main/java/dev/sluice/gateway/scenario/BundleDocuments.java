package dev.sluice.gateway.scenario;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Scenario.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The documents of a bundle's tests. Links may lead about within the bundle, not out of it. */
final class BundleDocuments {

    private static final long LARGEST = 64L * 1024 * 1024;

    private final Path directory;
    private final Problems problems;

    BundleDocuments(Path directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** Nothing, and a problem, if there is no such file. */
    Optional<byte[]> read(Content content) {
        if (content instanceof Content.Inline inline) {
            return Optional.of(inline.json().getBytes(StandardCharsets.UTF_8));
        }
        return read(((Content.OfFile) content).name());
    }

    /** Whether it is a sequence of documents, one a line. */
    static boolean lines(Content content) {
        if (!(content instanceof Content.OfFile file)) {
            return false;
        }
        String name = file.name().name().toLowerCase(Locale.ROOT);
        return name.endsWith(".ndjson") || name.endsWith(".jsonl");
    }

    private Optional<byte[]> read(Named name) {
        Path file = directory.resolve(name.name());
        try {
            if (!file.toRealPath().startsWith(directory.toRealPath())) {
                problems.error(
                        "file-outside-bundle",
                        name.location(),
                        "`" + name + "` leads out of the bundle's directory",
                        "put the document itself into the bundle");
                return Optional.empty();
            }
            if (Files.size(file) <= LARGEST) {
                return Optional.of(Files.readAllBytes(file));
            }
            problems.error(
                    "file-too-large",
                    name.location(),
                    "`" + name + "` is larger than 64 MiB",
                    "a test needs a few records only");
        } catch (IOException e) {
            problems.error(
                    "unreadable-file",
                    name.location(),
                    "`" + name + "` cannot be read (expected: a file below the bundle's directory)",
                    null);
        }
        return Optional.empty();
    }
}
