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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The starter policies on the documents of every shop system: nothing shows that its role has no use for. */
final class StarterNoLeakTest {

    @TempDir
    private static Path folder;

    private static Gate gate;

    @BeforeAll
    static void putTheStarterOnEveryShop() {
        gate = Gate.of(StarterOnShop.write(folder));
    }

    static Stream<Arguments> samplesAndPartners() throws IOException {
        List<StarterPartner> partners = StarterPartner.all().toList();
        return Sample.all().stream().flatMap(sample -> partners.stream().map(to -> Arguments.of(sample, to)));
    }

    @ParameterizedTest(name = "{0} to {1}")
    @MethodSource("samplesAndPartners")
    void showsNothingOfAPersonThatTheRoleMayNotSee(Sample sample, StarterPartner to) {
        // Given
        Document document = sample.document();
        Truth truth = sample.truth();
        LeakSearch search = new LeakSearch().schema(document.names());
        document.leaves().stream().filter(leaf -> to.maySee(leaf, truth)).forEach(leaf -> search.excuse(leaf.text()));
        List<Leaf> withheld = document.leaves().stream()
                .filter(leaf -> truth.personal().contains(leaf.absolute(truth.records())))
                .filter(leaf -> !to.maySee(leaf, truth))
                .toList();

        // When
        Filtered filtered = gate.filter(to.id(), to.purpose(), sample.catalog(), sample.json());

        // Then
        assertThat(filtered.whole()).isTrue();
        assertThat(search.found(withheld, filtered.output())).isEmpty();
        assertThat(new LeakSearch()
                        .schema(document.names())
                        .schema(gate.words())
                        .found(document.leaves(), filtered.aside()))
                .isEmpty();
    }

    @ParameterizedTest(name = "{0} from {2}")
    @CsvSource({
        "letterbox, marketing.communications.email, shopify-customers",
        "parcelway, x.delivery, shopify-orders",
        "parcelway, x.delivery, woocommerce-orders",
        "paywell, essential.service.payment_processing, shopify-orders",
        "watchful, essential.fraud_detection, shopify-orders",
        "helpdesk, essential.service.operations.support, shopify-orders",
        "countinghouse, analytics.reporting, shopify-orders",
        "adfair, marketing.advertising.third_party.targeted, woocommerce-orders"
    })
    void givesTheRoleWhatItIsThereFor(String partner, String purpose, String catalog) {
        // Given
        Sample sample = Sample.all().stream()
                .filter(each -> each.catalog().equals(catalog))
                .findFirst()
                .orElseThrow();

        // When
        Filtered filtered = gate.filter(partner, purpose, catalog, sample.json());

        // Then
        Document got = new Document(
                filtered.output().getBytes(StandardCharsets.UTF_8),
                sample.truth().records());
        assertThat(got.leaves()).anyMatch(leaf -> leaf.record() >= 0);
    }
}
