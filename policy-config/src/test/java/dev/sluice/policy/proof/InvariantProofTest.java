package dev.sluice.policy.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Severity;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.BundleLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A promise holds over every customer that could be, or the bundle is refused with one who breaks it. */
final class InvariantProofTest {

    private static final String SHOP = """
            kind: Catalog
            id: people
            records:
              - at: "$[*]"
                customer:
                  id: id
                  country: country
                  state: state
                  birth_date: born
                  gender: gender
                  language: language
                  attributes: { tier: tier }
                  consents:
                    - adapter: flag
                      at: news
                      purpose: marketing.communications.email
                      channel: email
                facts:
                  skus: { at: "items[*].sku", many: true }
                  total: { at: total, type: number }
                fields:
                  id: user.unique_id
                  mail: user.contact.email
            ---
            kind: Partner
            id: ads
            role: advertiser
            countries: [US]
            purposes: [essential.service]
            transfer: { basis: dpf, ends: 2027-06-30 }
            ---
            kind: Policy
            id: p
            owner: a@shop.example
            why: Told in a test
            review_by: 2099-01-01
            partners: { ids: [ads] }
            catalogs: [people]
            purpose: essential.service
            basis: contract
            rules:
              - id: r
                when: %s
                share: [user.contact.email]
            ---
            kind: Invariant
            id: i
            why: Told in a test
            never: { share: [user.contact.email], to: { roles: [advertiser] }, when: %s }
            """;

    private final BundleLoader loader =
            new BundleLoader(Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC));

    @TempDir
    private Path directory;

    /** What the report says of the invariant, or nothing if it holds. */
    private String told(String shared, String never) throws IOException {
        Files.writeString(directory.resolve("bundle.yaml"), SHOP.formatted(shared, never));
        try {
            loader.prepare(directory, new ThrowawayKeys());
            return "";
        } catch (InvalidBundleException refused) {
            return String.join(
                    "\n",
                    refused.problems().stream()
                            .map(problem -> problem.code() + " " + problem.message())
                            .toList());
        }
    }

    @ParameterizedTest(name = "{0} never {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{ age: { at_least: 18 } } | { age: { below: 16 } }",
                "{ customer_country: [DE, AT] } | { customer_country: [FR] }",
                "{ all: [{ customer_region: EU }, { customer_country: [DE, US] }] } | { customer_country: [US] }",
                "{ customer_region: EEA } | { not: { customer_region: [EU, EEA] } }",
                "{ customer_state: [US-CA] } | { customer_state: [US-TX] }",
                "{ all: [{ customer_country: [DE, US] }, { customer_state: [US-CA] }] } | { customer_country: [DE] }",
                "{ all: [{ customer_country: [DE, US] }, { customer_state: [US-CA, DE-BY] }] } "
                        + "| { all: [{ customer_country: [US] }, { customer_state: [DE-BY] }] }",
                "{ language: [de, fr] } | { language: [ja] }",
                "{ gender: [female] } | { gender: [male] }",
                "{ attributes: { tier: gold } } | { attributes: { tier: { none_of: [gold, silver] } } }",
                "{ skus: { none_of: [pill, syrup] } } | { skus: pill }",
                "{ total: { below: 100 } } | { total: { at_least: 100 } }",
                "{ caller_roles: { any_of: [boss] } } | { caller_roles: { none_of: [boss] } }",
                "{ valid: { until: 2026-12-31 } } | { valid: { from: 2027-01-01 } }",
                "{ transfer_basis: dpf } | { valid: { from: 2027-07-01 } }",
                "{ consent: { purpose: marketing.communications.email, channel: email } } "
                        + "| { not: { consent: { purpose: marketing.communications.email, channel: email } } }",
            })
    void holdsWhereNobodyCanBreakIt(String shared, String never) throws IOException {
        assertThat(told(shared, never)).isEmpty();
    }

    @ParameterizedTest(name = "{0} never {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "{ age: { at_least: 15 } } | { age: { below: 16 } } | 15 years old",
                "{ customer_country: [DE, AT] } | { age: { below: 16 } } | in Germany, 15 years old",
                "{ customer_region: EU } | { customer_country: [FR] } | in France",
                "{ language: [de] } | { customer_country: [US] } | who speaks `de`",
                "{ customer_state: [US-CA, US-TX] } | { customer_state: [US-TX] } | US-TX",
                "{ customer_state: [US-CA] } | { customer_country: [DE] } | of an unknown country, in the state US-CA",
                "{ customer_region: US_OPT_OUT } | { customer_country: [US] } | in the state US-",
                "{ skus: { none_of: [pill] } } | { skus: syrup } | `syrup`",
                "{ total: { below: 100 } } | { total: { at_least: 99.5 } } | whose `total`",
                "{ caller_roles: { any_of: [boss, clerk] } } | { caller_roles: { none_of: [boss] } } | clerk",
                "{ valid: { until: 2027-01-01 } } | { valid: { from: 2027-01-01 } } | on 2027-01-01",
                "{ transfer_basis: dpf } | { valid: { from: 2027-06-30 } } | on 2027-06-30",
                "{ age: { at_least: majority } } | { age: { below: 19 } } | 18 years old",
                "{ gender: [female] } | { attributes: { tier: gold } } | of gender `female`",
            })
    void isBrokenBySomebodyOneCanPicture(String shared, String never, String customer) throws IOException {
        assertThat(told(shared, never))
                .startsWith("invariant-broken the invariant `i` is broken: the partner `ads` gets `$[*].mail`")
                .contains(customer);
    }

    @Test
    void countsTheUnknownAgeAsAPossibleChild() throws IOException {
        String told =
                told("{ any: [{ age: { at_least: 18 } }, { attributes: { tier: gold } }] }", "{ age: { below: 16 } }");

        assertThat(told).contains("invariant-broken").contains("whose `tier` is `gold`");
    }

    @Test
    void countsAConsentThatIsOldEnoughForOneRuleAndTooOldForAnother() throws IOException {
        String consent = "{ consent: { purpose: marketing.communications.email, max_age: %s } }";

        String told = told(consent.formatted("P12M"), "{ not: " + consent.formatted("P3M") + " }");

        assertThat(told)
                .contains("invariant-broken")
                .contains("agreed to `marketing.communications.email` within P12M");
    }

    @Test
    void countsAConsentThatOnlyAStoreCouldHave() throws IOException {
        String told = told(
                "{ consent: { purpose: marketing.communications.sms, channel: sms } }", "{ customer_country: [DE] }");

        assertThat(told).contains("invariant-broken").contains("who agreed to `marketing.communications.sms` by sms");
    }

    @Test
    void aPromiseOfWhatPoliciesDeriveIsNotEmpty() throws IOException {
        // Given
        Files.writeString(
                directory.resolve("bundle.yaml"),
                SHOP.formatted("{ customer_country: [DE] }", "{ customer_country: [DE] }")
                        .replace(
                                "share: [user.contact.email]\n---",
                                "share: [user.contact.email]\n    derive: { group: { age_band: [18] } }\n---")
                        .replace(
                                "never: { share: [user.contact.email]",
                                "never: { share: [user.demographic.age_range]"));

        // When
        Throwable refused = catchThrowable(() -> loader.prepare(directory, new ThrowawayKeys()));

        // Then
        assertThat(((InvalidBundleException) refused)
                        .problems().stream()
                                .filter(problem -> problem.severity() == Severity.ERROR)
                                .map(problem -> problem.code()))
                .containsExactly("invariant-broken");
    }
}
