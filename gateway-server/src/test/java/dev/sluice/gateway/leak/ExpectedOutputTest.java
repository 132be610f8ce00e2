package dev.sluice.gateway.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What partners get of some samples, to the byte, as the example shows it to its readers. */
final class ExpectedOutputTest {

    private static Gate gate;

    @BeforeAll
    static void loadTheExample() {
        gate = Gate.of(Sample.bundle());
    }

    static List<Path> expectedOutputs() {
        try (Stream<Path> files = Files.list(Sample.bundle().resolve("expected"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("expectedOutputs")
    void isWhatThePartnerGets(Path expected) throws IOException {
        // Given
        String[] name = expected.getFileName().toString().split("\\.");
        Sample sample = Sample.all().stream()
                .filter(one -> one.catalog().equals(name[0]))
                .findFirst()
                .orElseThrow();
        Sample.Receiver to = Arrays.stream(Sample.Receiver.values())
                .filter(one -> one.id().equals(name[1]))
                .findFirst()
                .orElseThrow();

        // When
        String output = gate.filter(to, sample.catalog(), sample.json()).output();

        // Then
        assertThat(output.replaceAll("\"t1\\.[A-Za-z0-9_-]{43}\"", "\"(a handle)\"")
                        .strip())
                .isEqualTo(Files.readString(expected).strip());
    }
}
