package dev.sluice.policy.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PurposesTest {

    @Test
    void knowsFideslangsDataUsesAndOurDelivery() {
        assertThat(Purposes.names())
                .contains("marketing.communications.email", "x.delivery", "essential.fraud_detection");
        assertThat(Purposes.known("essential.service.delivery")).isFalse();
    }

    @Test
    void everyPurposeButOwnOnesHasItsParent() {
        assertThat(Purposes.names())
                .allSatisfy(name -> assertThat(!name.contains(".")
                                || name.startsWith("x.")
                                || Purposes.known(name.substring(0, name.lastIndexOf('.'))))
                        .isTrue());
    }

    @Test
    void coversWhatStandsBelow() {
        assertThat(Purposes.covers("marketing", "marketing.communications.email"))
                .isTrue();
        assertThat(Purposes.covers("marketing.communications.email", "marketing"))
                .isFalse();
        assertThat(Purposes.related("marketing.communications.email", "marketing"))
                .isTrue();
    }
}
