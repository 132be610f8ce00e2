package dev.sluice.gateway.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The shipped example on its samples: exactly what their truth files allow leaves, and nothing else shows anywhere. */
final class NoLeakTest {

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
    void sharesExactlyTheFieldsOfExactlyTheRecordsThatMayLeave(Sample sample, Sample.Receiver to) {
        // Given
        Truth.Allowance allowance = sample.truth().allowance(to.id());

        // When
        Filtered filtered = gate.filter(to, sample.catalog(), sample.json());

        // Then
        assertThat(filtered.whole()).isTrue();
        List<Leaf> got = received(filtered, sample, allowance);
        assertThat(texts(got, allowance)).isEqualTo(texts(sample.document().leaves(), allowance));
        assertThat(paths(got, allowance)).isEqualTo(paths(sample.document().leaves(), allowance));
        assertThat(got).allMatch(leaf -> allowance.leavesAsIs(leaf) || allowance.leavesChanged(leaf));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("samplesAndReceivers")
    void showsNoWithheldValueInTheOutputNorBesideIt(Sample sample, Sample.Receiver to) {
        // Given
        Document document = sample.document();
        Truth.Allowance allowance = sample.truth().allowance(to.id());
        List<Leaf> withheld = document.leaves().stream()
                .filter(leaf -> !allowance.leavesAsIs(leaf))
                .toList();
        LeakSearch search = new LeakSearch().schema(document.names());
        document.leaves().stream().filter(allowance::leavesAsIs).forEach(leaf -> search.excuse(leaf.text()));

        // When
        Filtered filtered = gate.filter(to, sample.catalog(), sample.json());

        // Then
        assertThat(search.found(
                        withheld,
                        filtered.output(),
                        decoded(filtered.output(), sample.truth().records())))
                .isEmpty();
        assertThat(new LeakSearch()
                        .schema(document.names())
                        .schema(gate.words())
                        .found(document.leaves(), filtered.aside()))
                .isEmpty();
        assertThat(document.dataNames()).allMatch(name -> !filtered.aside().contains(name));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("samplesAndReceivers")
    void givesTheSameBytesHoweverTheInputIsCut(Sample sample, Sample.Receiver to) {
        // Given
        String whole = gate.filter(to, sample.catalog(), sample.json()).output();

        // When
        List<String> cut = Stream.of(1, 3, 7, 251)
                .map(size ->
                        gate.filter(to, sample.catalog(), sample.json(), size).output())
                .toList();

        // Then
        assertThat(cut).allMatch(whole::equals);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("samples")
    void speaksOnlyOfLeavesThatTheSampleHas(Sample sample) {
        // Given
        Set<String> personal = sample.truth().personal();

        // When
        Set<String> all = sample.document().leaves().stream()
                .map(leaf -> leaf.absolute(sample.truth().records()))
                .collect(Collectors.toSet());

        // Then
        assertThat(personal.stream().filter(path -> !path.endsWith("~"))).isSubsetOf(all);
    }

    static Stream<Sample> samples() {
        return Sample.all().stream();
    }

    /** The leaves of the output, with the numbers that their records have in the input. */
    private static List<Leaf> received(Filtered filtered, Sample sample, Truth.Allowance allowance) {
        if (filtered.output().isBlank()) {
            assertThat(allowance.records()).isEmpty();
            return List.of();
        }
        Document output = new Document(
                filtered.output().getBytes(StandardCharsets.UTF_8),
                sample.truth().records());
        List<Integer> numbers = new ArrayList<>(allowance.records());
        boolean single = !sample.truth().records().endsWith("*")
                && !sample.truth().records().endsWith("]");
        if (!(single && numbers.isEmpty())) {
            assertThat(output.records()).isEqualTo(numbers.size());
        }
        return output.leaves().stream()
                .map(leaf -> leaf.record() < 0 ? leaf : leaf.inRecord(numbers.get(leaf.record())))
                .toList();
    }

    private static List<String> texts(List<Leaf> leaves, Truth.Allowance allowance) {
        return leaves.stream()
                .filter(allowance::leavesAsIs)
                .map(leaf -> leaf + "=" + leaf.text())
                .sorted()
                .toList();
    }

    private static List<String> paths(List<Leaf> leaves, Truth.Allowance allowance) {
        return leaves.stream()
                .filter(allowance::leavesChanged)
                .map(leaf -> leaf.toString())
                .sorted()
                .toList();
    }

    private static String decoded(String output, String records) {
        if (output.isBlank()) {
            return "";
        }
        Document document = new Document(output.getBytes(StandardCharsets.UTF_8), records);
        return document.leaves().stream().map(Leaf::text).collect(Collectors.joining("\n"))
                + String.join("\n", document.names())
                + String.join("\n", document.dataNames());
    }
}
