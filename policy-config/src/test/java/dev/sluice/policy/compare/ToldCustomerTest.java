package dev.sluice.policy.compare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.compile.BundlePlans;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.BundleLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The customer of whom a comparison says that something changes is one of whom it does, however they are. */
final class ToldCustomerTest {

    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private static final String SHOP = """
            kind: Catalog
            id: people
            records:
              - at: "$[*]"
                customer: { id: id, birth_date: born, country: country }
                fields: { id: user.unique_id, mail: user.contact.email, first: user.name.first }
            ---
            kind: Partner
            id: figures
            role: analytics
            countries: [DE]
            purposes: [analytics.reporting]
            ---
            kind: Policy
            id: reports
            owner: privacy@shop.example
            why: Told in a test
            review_by: 2099-01-01
            partners: { roles: [analytics] }
            catalogs: [people]
            purpose: analytics.reporting
            basis: contract
            share: [user.name.first]
            """;

    @TempDir
    private Path directory;

    private BundlePlans plans(String name, String text) throws Exception {
        Path bundle = Files.createDirectory(directory.resolve(name));
        Files.writeString(bundle.resolve("bundle.yaml"), text);
        return new BundleLoader(Clock.fixed(NOW, ZoneOffset.UTC))
                .prepare(bundle, new ThrowawayKeys())
                .plans();
    }

    private String customerOf(String more) throws Exception {
        Differences differences = BundleComparison.compare(plans("old", SHOP), plans("new", SHOP + more), NOW);
        assertThat(differences.changes()).hasSize(1);
        return differences.changes().get(0).customer();
    }

    @Test
    void isOfAnAgeThatIsFullAgeInEveryCountryThatIsLeftOpen() throws Exception {
        assertThat(customerOf(
                        "rules: [{ id: grown, when: { age: { at_least: majority } }, share: [user.contact.email] }]"))
                .isEqualTo("a customer 21 years old");
    }

    @Test
    void isOfOneOfTwoFactsOfWhichEitherIsEnough() throws Exception {
        assertThat(customerOf("""
                        rules:
                          - id: some
                            when: { any: [{ customer_country: DE }, { age: { at_least: 30 } }] }
                            share: [user.contact.email]
                        """)).isEqualTo("a customer 30 years old");
    }

    @ParameterizedTest
    @CsvSource({
        "until: 2026-12-31, now",
        "from: 2027-03-01, from 2027-03-01 on",
        "'from: 2027-03-01, until: 2027-03-01', on 2027-03-01",
        "'from: 2027-03-01, until: 2027-03-31', from 2027-03-01 until 2027-03-31"
    })
    void isThereOnNoDayOnWhichItIsOtherwise(String days, String told) throws Exception {
        assertThat(customerOf("rules: [{ id: then, when: { valid: { " + days + " } }, share: [user.contact.email] }]"))
                .isEqualTo("a customer " + told);
    }
}
