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
import java.util.function.Consumer;
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
        return names(CASES).stream()
                .filter(name -> name.endsWith(".txt") && !FILES.contains(name))
                .toList();
    }

    /** Partner and case: {@code mailer, a-form-keeps-less.txt}. */
    static List<String> letters() throws IOException {
        return names(CASES.resolve("letters"));
    }

    static List<String> reports() throws IOException {
        return names(CASES.resolve("json"));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tellsWhatOneWordChanges(String name) throws Exception {
        // Given
        OneWordCase one = OneWordCase.read(CASES.resolve(name));

        // When
        Differences differences = differences(one);

        // Then
        assertThat(printed(out -> new DifferenceText(
                                place -> "old/" + place.file() + ":" + place.line(),
                                place -> "new/" + place.file() + ":" + place.line())
                        .print(differences, out)))
                .isEqualTo(one.told());
        assertThat(differences.widened()).isEqualTo(one.widened());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("letters")
    void writesToThePartner(String name) throws Exception {
        // Given
        String partner = name.substring(0, name.indexOf('.'));
        Differences differences = differences(OneWordCase.read(CASES.resolve(name.substring(partner.length() + 1))));

        // When
        String letter = printed(out -> new PartnerLetter(partner).print("Partner " + partner, differences, out));

        // Then
        assertThat(letter)
                .isEqualTo(Files.readString(CASES.resolve("letters").resolve(name)))
                .doesNotContain(".yaml", "Germany", "years old");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("reports")
    void tellsProgramsToo(String name) throws Exception {
        // Given
        Differences differences = differences(OneWordCase.read(CASES.resolve(name.replace(".json", ".txt"))));

        // When
        String report = printed(out -> DifferenceJson.print(differences, out));

        // Then
        assertThat(report).isEqualTo(Files.readString(CASES.resolve("json").resolve(name)));
    }

    private Differences differences(OneWordCase one) throws Exception {
        return BundleComparison.compare(
                bundle("old", OneWordCase.NONE).plans(), bundle("new", one).plans(), CLOCK.instant());
    }

    private static String printed(Consumer<PrintStream> report) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        report.accept(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }

    private ReadyBundle bundle(String name, OneWordCase change) throws Exception {
        Path bundle = Files.createDirectory(directory.resolve(name));
        for (String file : FILES) {
            Files.writeString(bundle.resolve(file), change.apply(file, Files.readString(CASES.resolve(file))));
        }
        return new BundleLoader(CLOCK).prepare(bundle, KEYS);
    }
}
