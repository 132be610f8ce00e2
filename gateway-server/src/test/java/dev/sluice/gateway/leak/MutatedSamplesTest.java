package dev.sluice.gateway.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The samples with surprises in them: whatever leaves stood in the input at a place from which it may leave. A surprise may keep
 * back what could leave, or end the exchange (a member twice outside records), never let out what could not.
 */
final class MutatedSamplesTest {

    private static final int ROUNDS = 15;

    private static Gate gate;

    @BeforeAll
    static void loadTheExample() {
        gate = Gate.of(Sample.bundle());
    }

    static Stream<Arguments> samplesAndReceivers() {
        return Sample.all().stream()
                .flatMap(sample -> Stream.of(Sample.Receiver.values()).map(to -> Arguments.of(sample, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("samplesAndReceivers")
    void letsOutOnlyWhatStoodWhereItMayLeave(Sample sample, Sample.Receiver to) {
        // Given
        Random random = new Random(sample.catalog().hashCode() + to.ordinal());
        List<String> strays = new ArrayList<>();
        int compared = 0;

        // When
        for (int round = 0; round < ROUNDS; round++) {
            DocumentMutator mutator = new DocumentMutator(
                    random, 20 + random.nextInt(200), sample.truth().records());
            byte[] json = mutator.mutate(sample.json());
            Filtered filtered = gate.filter(to, sample.catalog(), json, 1 + random.nextInt(4_000));
            if (filtered.whole()) {
                strays.addAll(strays(sample, to, mutator, filtered.output()));
                compared++;
            }
        }

        // Then
        assertThat(strays).isEmpty();
        assertThat(compared).isGreaterThan(ROUNDS / 4);
    }

    private static List<String> strays(Sample sample, Sample.Receiver to, DocumentMutator mutator, String output) {
        if (output.isBlank()) {
            return List.of();
        }
        Truth.Allowance allowance = sample.truth().allowance(to.id());
        String records = sample.truth().records();
        Document document = new Document(output.getBytes(StandardCharsets.UTF_8), records);
        return document.leaves().stream()
                .filter(leaf -> !leaf.isNull())
                .filter(leaf -> mutator.wrote(leaf.absolute(records), leaf.text())
                        ? !allowance.everLeavesAsIs(leaf)
                        : !allowance.everLeavesChanged(leaf))
                .map(Leaf::toString)
                .toList();
    }
}
