package dev.sluice.policy.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CategoriesTest {

    @Test
    void sharesLookDownByName() {
        assertThat(Categories.covers("user.contact", "user.contact.address.city"))
                .isTrue();
        assertThat(Categories.covers("user.contact.address.city", "user.contact"))
                .isFalse();
        assertThat(Categories.covers("user.name", "user.names")).isFalse();
    }

    @Test
    void cutsLookBothWays() {
        assertThat(Categories.related("user.contact.email", "user.contact")).isTrue();
        assertThat(Categories.related("user.contact", "user.contact.email")).isTrue();
        assertThat(Categories.related("user.contact.email", "user.contact.phone_number"))
                .isFalse();
    }

    @Test
    void olderNamesOfTheSameThingAreEqualToIt() {
        assertThat(Categories.covers("user.health", "user.health_and_medical.genetic"))
                .isTrue();
        assertThat(Categories.covers("user.health_and_medical", "user.health.genetic"))
                .isTrue();
        assertThat(Categories.related("user.biometric.voice", "user.biometrics"))
                .isTrue();
    }

    @Test
    void whatMovedIsCutOnBothNamesButSharedOnItsOwnAlone() {
        assertThat(Categories.related("user.professional_information", "user.job_title"))
                .isTrue();
        assertThat(Categories.covers("user.professional_information", "user.job_title"))
                .isFalse();
    }

    @Test
    void specialCategoriesAreGrantedOnlyWhenNamedThemselves() {
        assertThat(Categories.grants("user", "user.contact.email")).isTrue();
        assertThat(Categories.grants("user", "user.health_and_medical")).isFalse();
        assertThat(Categories.grants("user", "user.unique_id.pseudonymous")).isFalse();
        assertThat(Categories.grants("user.demographic", "user.demographic.religious_belief"))
                .isFalse();
        assertThat(Categories.grants("user.financial", "user.financial.credit_card"))
                .isTrue();
        assertThat(Categories.grants("user.authorization", "user.authorization.biometric"))
                .isFalse();
    }

    @Test
    void knowsSpecialCategoriesByAllTheirNames() {
        assertThat(Categories.names().stream().filter(Categories::special))
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
        assertThat(Categories.personal("x.loyalty")).isTrue();
        assertThat(Categories.personal("x.order.items")).isFalse();
        assertThat(Categories.related("user", "x.loyalty")).isTrue();
        assertThat(Categories.related("user.contact", "x.loyalty")).isFalse();
        assertThat(Categories.covers("user", "x.loyalty")).isFalse();
    }

    @Test
    void findsTheNearestName() {
        assertThat(Categories.nearest("user.contact.emial")).contains("user.contact.email");
        assertThat(Categories.nearest("shoe size")).isEmpty();
    }
}
