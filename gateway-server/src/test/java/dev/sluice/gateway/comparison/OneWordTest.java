package dev.sluice.gateway.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.compare.BundleComparison;
import dev.sluice.policy.compare.Differences;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.BundleLoader;
import dev.sluice.policy.repository.ReadyBundle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bundles that differ in one word: each file says which, and what the comparison tells. */
final class OneWordTest {

    private static final Path CASES = Path.of("src/test/resources/comparisons");
    private static final List<String> FILES = List.of("shop.yaml", "health.txt");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T10:00:00Z"), ZoneOffset.UTC);
    private static final ThrowawayKeys KEYS = new ThrowawayKeys();

    @TempDir
    private Path directory;

    static List<String> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".txt") && !FILES.contains(name))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tellsWhatOneWordChanges(String name) throws Exception {
        // Given
        String[] parts = Files.readString(CASES.resolve(name)).split("\n\n", 2);
        List<String> head = parts[0].lines().toList();
        ReadyBundle before = bundle("old", "", "", "");
        ReadyBundle after = bundle("new", value(head, 0), value(head, 1), value(head, 2));

        // When
        Differences differences = BundleComparison.compare(before.plans(), after.plans(), CLOCK.instant());

        // Then
        assertThat(text(differences)).isEqualTo(parts[1]);
        assertThat(differences.widened()).isEqualTo(value(head, 3).equals("3"));
    }

    private static String text(Differences differences) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        new DifferenceText(
                        place -> "old/" + place.file() + ":" + place.line(),
                        place -> "new/" + place.file() + ":" + place.line())
                .print(differences, printer);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String value(List<String> head, int line) {
        return head.get(line).substring(head.get(line).indexOf(": ") + 2).replace('⏎', '\n');
    }

    private ReadyBundle bundle(String name, String file, String from, String to) throws Exception {
        Path bundle = Files.createDirectory(directory.resolve(name));
        for (String one : FILES) {
            String text = Files.readString(CASES.resolve(one));
            boolean changed = one.equals(file);
            assertThat(text).contains(changed ? from : "");
            int at = text.indexOf(from);
            Files.writeString(
                    bundle.resolve(one),
                    changed ? text.substring(0, at) + to + text.substring(at + from.length()) : text);
        }
        return new BundleLoader(CLOCK).prepare(bundle, KEYS);
    }
}
