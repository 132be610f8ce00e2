package dev.sluice.policy.yaml;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.diagnostic.SourceText;
import java.util.List;
import java.util.Optional;

/**
 * Reads one YAML file into its documents. Problems are added to the list it was given; what stands before the first
 * one that
 * breaks the file is still returned, so that its own problems are told too.
 */
public final class YamlReader {

    /** Larger files are refused: 4 MiB. */
    public static final int LARGEST_FILE = 4 << 20;

    private final Problems problems;

    public YamlReader(Problems problems) {
        this.problems = problems;
    }

    /** One file as read: its text, if it is text at all, and its documents without the empty ones. */
    public record YamlFile(Optional<SourceText> source, List<YamlNode> documents) {
        public YamlFile {
            documents = List.copyOf(documents);
        }
    }

    /** @param file its name in messages, with forward slashes */
    public YamlFile read(String file, byte[] bytes) {
        if (tooLarge(file, bytes, problems)) {
            return new YamlFile(Optional.empty(), List.of());
        }
        Optional<String> text = new Utf8Text(file, problems).decode(bytes);
        if (text.isEmpty()) {
            return new YamlFile(Optional.empty(), List.of());
        }
        SourceText source = SourceText.of(file, text.get());
        List<YamlNode> documents = new EventComposer(source, problems).compose(text.get());
        return new YamlFile(Optional.of(source), documents);
    }

    /** Whether a file has more bytes than are read, which is a problem. @param file its name in messages */
    static boolean tooLarge(String file, byte[] bytes, Problems problems) {
        if (bytes.length <= LARGEST_FILE) {
            return false;
        }
        String most = (LARGEST_FILE >> 20) + " MiB";
        problems.error(
                "file-too-large",
                new SourceLocation(file, 1, 1),
                "the file has more than " + most + " (expected: at most " + most + ")",
                "split it: a bundle may have any number of files");
        return true;
    }
}
