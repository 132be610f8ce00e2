package dev.sluice.policy.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shipped of the law is whole, dated, and says what it should on the days around its changes. */
class LawTest {

    private static final LocalDate DAY = LocalDate.of(2026, 6, 15);

    @ParameterizedTest(name = "{1} in {0} on {2}: {3}")
    @CsvSource({
        "EU, GB, 2020-01-31, true",
        "EU, GB, 2020-02-01, false",
        "EEA, GB, 2020-12-31, true",
        "THIRD_COUNTRY, GB, 2020-12-31, false",
        "THIRD_COUNTRY, GB, 2021-01-01, true",
        "ADEQUATE, GB, 2021-06-27, false",
        "ADEQUATE, GB, 2026-06-15, true",
        "ADEQUATE, GB, 2031-12-28, false",
        "ADEQUATE, US, 2026-06-15, false",
        "ADEQUATE, CH, 2026-06-15, true",
        "EEA, NO, 2026-06-15, true",
        "EU, NO, 2026-06-15, false"
    })
    void countriesOfARegion(String region, String country, LocalDate day, boolean inside) {
        assertThat(Regions.shipped().region(region).countries(day).contains(country))
                .isEqualTo(inside);
    }

    @Test
    void statesComeInWithTheirLaws() {
        Region optOut = Regions.shipped().region("US_OPT_OUT");
        assertThat(optOut.states(LocalDate.of(2022, 12, 31))).containsExactly("US-CA", "US-NV");
        assertThat(optOut.states(LocalDate.of(2023, 1, 1))).contains("US-VA");
        assertThat(optOut.changes()).contains(LocalDate.of(2023, 1, 1), LocalDate.of(2025, 1, 15));
    }

    @Test
    void everyCodeOfARegionIsKnown() {
        for (String name : Regions.shipped().names()) {
            for (Region.Member member : Regions.shipped().region(name).members()) {
                boolean known = member.state()
                        ? States.codes().contains(member.code())
                        : Countries.codes().contains(member.code());
                assertThat(known).as(name + " " + member.code()).isTrue();
            }
        }
    }

    @Test
    void theEuIsPartOfTheEea() {
        assertThat(Regions.shipped().region("EEA").countries(DAY))
                .containsAll(Regions.shipped().region("EU").countries(DAY))
                .hasSize(30);
        assertThat(Regions.shipped().region("EU").countries(DAY)).hasSize(27);
    }

    @Test
    void anOwnEeaChangesWhatIsOutside() {
        Region own = new Region("EEA", List.of(new Region.Member("DE", null, null, false)), false);
        assertThat(Regions.shipped().with(List.of(own)).region("THIRD_COUNTRY").countries(DAY))
                .contains("FR")
                .doesNotContain("DE");
    }

    @Test
    void ownAgesReplaceACountryWhole() {
        AgeTables own = AgeTables.shipped()
                .with(List.of(new AgeTables.Entry(AgeTable.DIGITAL_CONSENT, "DK", 14, LocalDate.of(2026, 1, 1))));
        assertThat(own.age(AgeTable.DIGITAL_CONSENT, "DK", DAY)).isEqualTo(14);
        assertThat(own.age(AgeTable.DIGITAL_CONSENT, "DK", LocalDate.of(2025, 12, 31)))
                .isEqualTo(16);
        assertThat(own.age(AgeTable.DIGITAL_CONSENT, "AT", DAY)).isEqualTo(14);
        assertThat(own.lowest(AgeTable.MAJORITY, DAY)).isEqualTo(18);
    }

    @ParameterizedTest(name = "{1} in {0} is {2}")
    @CsvSource({
        "US, CA, US-CA",
        "US, california, US-CA",
        "US, us-ca, US-CA",
        "DE, Bavaria, DE-BY",
        "DE, BY, DE-BY",
        "CA, BC, CA-BC",
        "DE, US-CA, ",
        "DE, Narnia, ",
        "US, , "
    })
    void statesInManySpellings(String country, String spelling, String code) {
        assertThat(States.code(country, spelling == null ? "" : spelling)).isEqualTo(code);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({"de, de", "DE-at, de", "deu, de", "ger, de", "zh_Hant_TW, zh", "gsw, gsw", "german, ", "d3, ", "'', "})
    void languagesByTheirPrimarySubtag(String tag, String primary) {
        assertThat(Languages.primary(tag)).isEqualTo(primary);
    }

    @Test
    void aTransferEndsWithItsLastDay() {
        TransferGround scc = new TransferGround("scc", DAY, DAY);
        assertThat(scc.carries(Set.of("IN"), Regions.shipped(), DAY)).isTrue();
        assertThat(scc.carries(Set.of("IN"), Regions.shipped(), DAY.plusDays(1)))
                .isFalse();
        assertThat(scc.carries(Set.of("IN"), Regions.shipped(), DAY.minusDays(1)))
                .isFalse();
        assertThat(new TransferGround("dpf", null, null).carries(Set.of("IN"), Regions.shipped(), DAY))
                .isFalse();
        assertThat(new TransferGround("none_needed", null, null).carries(Set.of("DE", "NO"), Regions.shipped(), DAY))
                .isTrue();
    }
}
