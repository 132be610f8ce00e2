package dev.sluice.gateway.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.cli.CommandRun;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@code sluice filter} says beside its output speaks of the catalog's places, never of a document's values or names. */
final class CommandReportTest {

    private static Gate gate;

    @BeforeAll
    static void loadTheExample() {
        gate = Gate.of(Sample.bundle());
    }

    /** Where something leaves there is most to say; for each other sample the report to one partner is read. */
    static Stream<Arguments> samplesAndReceivers() {
        return Sample.all().stream()
                .flatMap(sample -> Stream.of(Sample.Receiver.values())
                        .filter(to -> to == Sample.Receiver.MAILWERK
                                || !sample.truth().allowance(to.id()).records().isEmpty())
                        .map(to -> Arguments.of(sample, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("samplesAndReceivers")
    void holdsNoValueOfTheDocument(Sample sample, Sample.Receiver to) {
        // Given
        Document document = sample.document();
        Path in = Sample.bundle().resolve("samples").resolve(sample.catalog() + ".json");

        // When
        CommandRun run = CommandRun.of(
                "filter",
                "--bundle",
                Sample.bundle().toString(),
                "--partner",
                to.id(),
                "--catalog",
                sample.catalog(),
                "--at",
                "2026-11-21T10:00:00Z",
                in.toString());

        // Then
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err()).isNotBlank();
        assertThat(new LeakSearch()
                        .schema(document.names())
                        .schema(gate.words())
                        .found(document.leaves(), run.err()))
                .isEmpty();
        assertThat(document.dataNames()).allMatch(name -> !run.err().contains(name));
    }
}
