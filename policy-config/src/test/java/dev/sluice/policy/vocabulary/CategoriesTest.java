package dev.sluice.policy.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class CategoriesTest {

    private static final Categories CATEGORIES = Categories.shipped();

    @Test
    void sharesLookDownByName() {
        assertThat(CATEGORIES.covers("user.contact", "user.contact.address.city"))
                .isTrue();
        assertThat(CATEGORIES.covers("user.contact.address.city", "user.contact"))
                .isFalse();
        assertThat(CATEGORIES.covers("user.name", "user.names")).isFalse();
    }

    @Test
    void cutsLookBothWays() {
        assertThat(CATEGORIES.related("user.contact.email", "user.contact")).isTrue();
        assertThat(CATEGORIES.related("user.contact", "user.contact.email")).isTrue();
        assertThat(CATEGORIES.related("user.contact.email", "user.contact.phone_number"))
                .isFalse();
    }

    @Test
    void olderNamesOfTheSameThingAreEqualToIt() {
        assertThat(CATEGORIES.covers("user.health", "user.health_and_medical.genetic"))
                .isTrue();
        assertThat(CATEGORIES.covers("user.health_and_medical", "user.health.genetic"))
                .isTrue();
        assertThat(CATEGORIES.related("user.biometric.voice", "user.biometrics"))
                .isTrue();
    }

    @Test
    void whatMovedIsCutOnBothNamesButSharedOnItsOwnAlone() {
        assertThat(CATEGORIES.related("user.professional_information", "user.job_title"))
                .isTrue();
        assertThat(CATEGORIES.covers("user.professional_information", "user.job_title"))
                .isFalse();
    }

    @Test
    void specialCategoriesAreGrantedOnlyWhenNamedThemselves() {
        assertThat(CATEGORIES.grants("user", "user.contact.email")).isTrue();
        assertThat(CATEGORIES.grants("user", "user.health_and_medical")).isFalse();
        assertThat(CATEGORIES.grants("user", "user.unique_id.pseudonymous")).isFalse();
        assertThat(CATEGORIES.grants("user.demographic", "user.demographic.religious_belief"))
                .isFalse();
        assertThat(CATEGORIES.grants("user.financial", "user.financial.credit_card"))
                .isTrue();
        assertThat(CATEGORIES.grants("user.authorization", "user.authorization.biometric"))
                .isFalse();
    }

    @Test
    void knowsSpecialCategoriesByAllTheirNames() {
        assertThat(CATEGORIES.names().stream().filter(CATEGORIES::special))
                .contains(
                        "user.biometric",
                        "user.biometric.health",
                        "user.health.genetic",
                        "user.health_and_medical.record_id",
                        "user.payment",
                        "user.unique_id")
                .doesNotContain("user.contact.email", "user", "system.operations");
    }

    @Test
    void aKindOfUserIsPersonalAndIsCutByWhatHoldsForAllOfTheUser() {
        assertThat(CATEGORIES.personal("x.loyalty")).isTrue();
        assertThat(CATEGORIES.personal("x.order.items")).isFalse();
        assertThat(CATEGORIES.related("user", "x.loyalty")).isTrue();
        assertThat(CATEGORIES.related("user.contact", "x.loyalty")).isFalse();
        assertThat(CATEGORIES.covers("user", "x.loyalty")).isFalse();
    }

    @Test
    void findsTheNearestName() {
        assertThat(CATEGORIES.nearest("user.contact.emial")).contains("user.contact.email");
        assertThat(CATEGORIES.nearest("shoe size")).isEmpty();
    }

    @Test
    void anOwnCategoryIsCutByWhatHoldsForWhatItIsAKindOf() {
        // Given
        Categories own = CATEGORIES.with(Map.of("x.card", "user.unique_id", "x.card.copy", "", "x.club", "x.card"));

        // Then
        assertThat(own.related("user.unique_id", "x.card")).isTrue();
        assertThat(own.related("user", "x.card.copy")).isTrue();
        assertThat(own.related("user.unique_id", "x.club")).isTrue();
        assertThat(own.related("user.unique_id", "x")).isTrue();
        assertThat(own.related("user.contact", "x.card")).isFalse();
        assertThat(own.personal("x.club")).isTrue();
        assertThat(CATEGORIES.known("x.card")).isFalse();
    }

    @Test
    void aKindOfASpecialCategoryIsSpecialAndSharesDoNotPassToIt() {
        // Given
        Categories own = CATEGORIES.with(Map.of("x.loyalty.card", "user.unique_id"));

        // Then
        assertThat(own.special("x.loyalty.card")).isTrue();
        assertThat(own.grants("user.unique_id", "x.loyalty.card")).isFalse();
        assertThat(own.grants("x.loyalty", "x.loyalty.card")).isFalse();
        assertThat(own.grants("x.loyalty.card", "x.loyalty.card")).isTrue();
        assertThat(own.grants("x.loyalty", "x.loyalty")).isTrue();
    }

    @Test
    void findsCircles() {
        // Given
        Categories own = CATEGORIES.with(Map.of("x.a", "x.b", "x.b", "x.a.c", "x.d.e", "x.d"));

        // Then
        assertThat(own.circular("x.a")).isTrue();
        assertThat(own.circular("x.b")).isTrue();
        assertThat(own.circular("x.d.e")).isFalse();
    }
}
