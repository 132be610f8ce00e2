package dev.sluice.gateway.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The two ends of cataloguing: all of a document leaves byte for byte, or nothing of it, under a policy that shares all. */
final class CatalogExtremesTest {

    @TempDir
    private Path directory;

    static Stream<Sample> samples() {
        return Sample.all().stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void passesTheIdenticalBytesWhenEverythingIsCataloguedAndShared(Sample sample) {
        // Given
        Gate gate = Gate.of(WideBundle.ofEveryLeaf(directory, sample));

        // When
        Filtered filtered = gate.filter(Sample.Receiver.MAILWERK, sample.catalog(), sample.json());

        // Then
        assertThat(filtered.output()).isEqualTo(new String(sample.json(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void letsNothingOutWhereTheCatalogKnowsOnlyWhereRecordsAre(Sample sample) {
        // Given
        Gate gate = Gate.of(WideBundle.ofRecordsAlone(directory, sample));

        // When
        Filtered filtered = gate.filter(Sample.Receiver.MAILWERK, sample.catalog(), sample.json());

        // Then
        assertNothingPasses(sample, gate, filtered);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void letsNothingOutWhereTheCatalogIsEmpty(Sample sample) {
        // Given
        Gate gate = Gate.of(WideBundle.ofNothing(directory, sample));

        // When
        Filtered filtered = gate.filter(Sample.Receiver.MAILWERK, sample.catalog(), sample.json());

        // Then
        assertNothingPasses(sample, gate, filtered);
    }

    private static void assertNothingPasses(Sample sample, Gate gate, Filtered filtered) {
        Document document = sample.document();
        String onTheWay = filtered.output().replaceAll("[\\[\\]{}:,\\s]", "");
        assertThat(onTheWay.replaceAll("\"(" + String.join("|", containers(sample)) + ")\"", ""))
                .isEmpty();
        assertThat(new LeakSearch()
                        .schema(document.names())
                        .schema(gate.words())
                        .found(document.leaves(), filtered.aside()))
                .isEmpty();
    }

    /** The names of the containers on the way to a record, which always stand. */
    private static String[] containers(Sample sample) {
        return sample.truth()
                .records()
                .replace("$", "")
                .replace("[*]", "")
                .replace("*", "")
                .split("\\.");
    }
}
