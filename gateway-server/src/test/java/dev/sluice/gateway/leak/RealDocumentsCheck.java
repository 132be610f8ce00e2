package dev.sluice.gateway.leak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped catalogs and policies on documents that others wrote, with annotations by others. Runs only where such documents
 * are: {@code -Dshared.dir=FOLDER} turns it on.
 */
final class RealDocumentsCheck {

    private static final Path FOLDER =
            Path.of(System.getProperty("shared.dir", ".")).resolve("payloads");

    @TempDir
    private static Path generous;

    @TempDir
    private static Path onShop;

    private static Gate shipped;
    private static Gate wide;
    private static Gate starter;

    @BeforeAll
    static void loadBundles() {
        shipped = Gate.of(Sample.bundle());
        wide = Gate.of(GenerousBundle.write(generous));
        starter = Gate.of(StarterOnShop.write(onShop));
    }

    static Stream<RealDocument> documents() {
        return RealDocument.all(FOLDER);
    }

    static Stream<Arguments> documentsAndReceivers() {
        return documents()
                .flatMap(document -> Stream.of(Sample.Receiver.values()).map(to -> Arguments.of(document, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("documentsAndReceivers")
    void showsNothingButWhatTheShapesTruthAllows(RealDocument real, Sample.Receiver to) {
        // Given
        Truth.Allowance allowance = real.sample().truth().allowance(to.id());
        Document document = real.document();

        // When
        Filtered filtered = shipped.filter(to, real.catalog(), real.json());

        // Then
        LeakSearch search = new LeakSearch().schema(document.names());
        document.leaves().stream().filter(allowance::everLeavesAsIs).forEach(leaf -> search.excuse(leaf.text()));
        assertThat(search.found(
                        document.leaves().stream()
                                .filter(leaf -> !allowance.everLeavesAsIs(leaf))
                                .toList(),
                        filtered.output()))
                .isEmpty();
        assertThat(new LeakSearch()
                        .schema(document.names())
                        .schema(shipped.words())
                        .found(document.leaves(), filtered.aside()))
                .isEmpty();
        assertThat(document.dataNames()).noneMatch(name -> (filtered.output() + filtered.aside()).contains(name));
    }

    static Stream<Arguments> documentsAndStarterPartners() throws IOException {
        List<StarterPartner> partners = StarterPartner.all().toList();
        return documents().flatMap(document -> partners.stream().map(to -> Arguments.of(document, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("documentsAndStarterPartners")
    void showsNoRoleOfTheStarterWhatItHasNoUseFor(RealDocument real, StarterPartner to) {
        // Given
        Document document = real.document();
        Truth truth = real.sample().truth();
        LeakSearch search = new LeakSearch().schema(document.names());
        document.leaves().stream()
                .filter(leaf -> to.mayEverSee(leaf, truth))
                .forEach(leaf -> search.excuse(leaf.text()));

        // When
        Filtered filtered = starter.filter(to.id(), to.purpose(), real.catalog(), real.json());

        // Then
        assertThat(search.found(
                        document.leaves().stream()
                                .filter(real::annotated)
                                .filter(leaf -> !to.mayEverSee(leaf, truth) && !to.mayEverSee(real.category(leaf)))
                                .toList(),
                        filtered.output()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void sharesNoNewsletterOrAudienceBecauseNobodyAgreed(RealDocument real) {
        // Given
        List<Sample.Receiver> asking = List.of(Sample.Receiver.MAILWERK, Sample.Receiver.ADSPREE);

        // When
        List<Leaf> left = asking.stream()
                .map(to -> shipped.filter(to, real.catalog(), real.json()).output())
                .filter(output -> !output.isBlank())
                .flatMap(output ->
                        new Document(output.getBytes(StandardCharsets.UTF_8), real.records()).leaves().stream())
                .filter(leaf -> leaf.record() >= 0)
                .toList();

        // Then
        assertThat(left).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void showsOnlyNamesAndAddressesWhereAPolicySharesNothingElse(RealDocument real) {
        // Given
        Document document = real.document();
        List<Leaf> annotated =
                document.leaves().stream().filter(real::annotated).toList();
        LeakSearch search = new LeakSearch().schema(document.names());
        annotated.stream()
                .filter(leaf -> GenerousBundle.shares(real.category(leaf)))
                .forEach(leaf -> search.excuse(leaf.text()));

        // When
        Filtered filtered = wide.filter(Sample.Receiver.MAILWERK, real.catalog(), real.json());

        // Then
        assertThat(search.found(
                        annotated.stream()
                                .filter(leaf -> !GenerousBundle.shares(real.category(leaf)))
                                .toList(),
                        filtered.output()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void passesTheIdenticalBytesWhenEverythingIsCataloguedAndShared(RealDocument real, @TempDir Path directory) {
        // Given
        Gate gate = Gate.of(WideBundle.ofEveryLeaf(directory, real.asSample()));

        // When
        Filtered filtered = gate.filter(Sample.Receiver.MAILWERK, real.catalog(), real.json());

        // Then
        assertThat(filtered.output()).isEqualTo(new String(real.json(), StandardCharsets.UTF_8));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void letsNothingOutWhereTheCatalogIsEmpty(RealDocument real, @TempDir Path directory) {
        // Given
        Gate gate = Gate.of(WideBundle.ofNothing(directory, real.asSample()));

        // When
        Filtered filtered = gate.filter(Sample.Receiver.MAILWERK, real.catalog(), real.json());

        // Then
        assertThat(filtered.output().replaceAll("[\\[\\]{}\\s]", "")).isEmpty();
    }
}
