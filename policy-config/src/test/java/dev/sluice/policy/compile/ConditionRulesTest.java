package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.decision.KnownCustomer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The conditions and legal grounds, one by one, by whether a customer's address leaves. */
class ConditionRulesTest {

    private static final String CATALOG = """
            kind: Catalog
            id: shop
            records:
              - at: "$.c[*]"
                customer:
                  id: id
                  country: country
                  state: state
                  language: language
                  birth_date: birth
                  consents:
                    - { adapter: flag, at: tick, given: ["yes"], purpose: marketing.communications.email, time_at: at, expires_at: ends }
                    - { adapter: flag, at: parent, given: ["yes"], purpose: marketing.communications.email, by_guardian: true }
                    - { adapter: flag, at: ours, given: ["yes"], purpose: marketing, partner: mailwerk }
                    - { adapter: flag, at: theirs, given: ["yes"], purpose: marketing, role: carrier }
                facts:
                  skus: { at: "lines[*].sku", many: true }
                  deep: { at: "boxes[*].lines[*].sku", many: true }
                  total: { at: total, type: number }
                fields:
                  email: user.contact.email
            document:
              facts:
                season: head.season
              next: system.operations
            """;
    private static final String PARTNER = """
            kind: Partner
            id: mailwerk
            role: email_marketer
            countries: [%s]
            purposes: [marketing.communications.email]
            """;

    @ParameterizedTest(name = "B12: a share under {0} of a customer with {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "customer_state: US-CA | 'country':'US','state':'CA' | true",
                "customer_state: us-ca | 'country':'USA','state':'California' | true",
                "customer_state: US-CA | 'country':'US','state':'us-ca' | true",
                "customer_state: US-CA | 'country':'DE','state':'US-CA' | false",
                "customer_state: US-CA | 'state':'US-CA' | false",
                "not: { customer_state: US-CA } | 'state':'TX' | false",
                "not: { customer_state: US-CA } | 'country':'US','state':'TX' | true",
                "customer_region: US_OPT_OUT | 'country':'US','state':'CA' | true",
                "customer_region: US_OPT_OUT | 'country':'US','state':'AL' | false",
                "not: { customer_region: US_OPT_OUT } | 'country':'US','state':'AL' | true",
                "not: { customer_region: US_OPT_OUT } | 'country':'US' | false",
                "not: { customer_region: US_OPT_OUT } | 'country':'DE' | true",
                "customer_region: ADEQUATE | 'country':'US' | false",
                "language: de | 'language':'de-AT' | true",
                "language: de | 'language':'deu' | true",
                "not: { language: de } | 'language':'klingon' | false",
                "skus: { none_of: [a, b] } | 'lines':[{'sku':'c'},{'sku':'d'}] | true",
                "skus: { none_of: [a, b] } | 'lines':[] | true",
                "skus: { none_of: [a, b] } | 'lines':[{'sku':'c'},{}] | false",
                "skus: { none_of: [a, b] } | 'lines':[{'sku':'c'},{'sku':null}] | false",
                "skus: { none_of: [a, b] } | 'lines':[{'sku':'c'},5] | false",
                "skus: { none_of: [a, b] } | 'lines':null | false",
                "skus: { none_of: [a, b] } | 'id':1 | false",
                "skus: { none_of: [a, b] } | 'lines':[{'sku':'b'},{'sku':'c'}] | false",
                "skus: a | 'lines':[{'sku':'a'},{}] | true",
                "skus: { none_of: [1] } | 'lines':[{'sku':1}] | false",
                "deep: { none_of: [a] } | 'boxes':[{'lines':[{'sku':'c'}]},{'lines':[]}] | true",
                "deep: { none_of: [a] } | 'boxes':[{'lines':[{'sku':'c'}]},{}] | false",
                "deep: { none_of: [a] } | 'boxes':[{'lines':[{'sku':'c'}]},{'lines':[{}]}] | false",
                "total: { below: 100 } | 'total':'99.90' | true",
                "total: { below: 100 } | 'total':100 | false",
                "total: { below: 100 } | 'total':'many' | false",
                "total: { at_least: 10, below: 100 } | 'total':10.0 | true",
                "total: 10 | 'total':'10.00' | true"
            })
    void factsOfTheCustomerAndTheRecord(String condition, String customer, boolean shared) {
        assertThat(leaves("basis: contract", condition, customer)).isEqualTo(shared);
    }

    @ParameterizedTest(name = "B12: a state without a country, where another record {0}: {1}")
    @CsvSource({"has a country, false", "has none, true"})
    void statesWithoutCountries(String other, boolean shared) {
        String alone = CATALOG.replace("      country: country\n", "");
        String more = "  - at: \"$.d[*]\"\n    customer: { id: id, country: country }\n    fields: { x: user.name }\n";
        String catalog = other.equals("has none") ? alone : alone.replace("document:\n", more + "document:\n");
        assertThat(Bundles.of(
                                catalog,
                                PARTNER.formatted("DE"),
                                policy("basis: contract", "customer_region: US_OPT_OUT"))
                        .filter(record("'state':'US-CA'"))
                        .contains("a@b"))
                .isEqualTo(shared);
    }

    @ParameterizedTest(name = "B12: {0} of a customer with {1}, of whom the state {2} is on record: {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "customer_state: US-CA | 'country':'US' | US-CA | true",
                "customer_state: US-CA | 'country':'DE' | US-CA | false",
                "customer_country: DE | 'country':'DE' | US-CA | false",
                "customer_country: DE | 'country':'DE' | DE-BY | true",
                "customer_country: DE | 'country':'DE','state':'TX' | US-TX | false",
                "not: { customer_state: US-CA } | 'country':'DE' | US-TX | false",
                "customer_country: DE | 'country':'DE','state':'??' | US-CA | false",
                "customer_country: DE | 'country':'DE' | Atlantis | false",
                "customer_country: DE | 'country':'DE','state':'??' | DE-BY | true",
                "customer_region: EU | 'country':'DE' | US-CA | false",
                "customer_region: US_OPT_OUT | 'name':'x' | US-CA | true"
            })
    void aStateCountsOnlyInItsCountry(String condition, String customer, String state, boolean shared) {
        // Given
        KnownCustomer onRecord = new KnownCustomer(Map.of("state", state), Map.of(), List.of());
        Bundles shop = shop("DE", "basis: contract", condition).knowing((namespace, id) -> onRecord);

        // When
        String left = shop.filter(record("'id':'1'," + customer));

        // Then
        assertThat(left.contains("a@b")).isEqualTo(shared);
    }

    @Test
    @DisplayName("B12: a fact of the document counts for the records behind it")
    void factsOfTheDocument() {
        Bundles shop = shop("DE", "basis: contract", "season: winter");
        assertThat(shop.filter("{\"head\":{\"season\":\"winter\"},\"c\":[{\"email\":\"a@b\"}]}"))
                .contains("a@b");
        assertThat(shop.filter("{\"c\":[{\"email\":\"a@b\"}],\"head\":{\"season\":\"winter\"}}"))
                .doesNotContain("a@b");
    }

    @ParameterizedTest(name = "C: {0} holds on 2026-06-15: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "valid: { from: 2026-06-15 } | true",
                "valid: { from: 2026-06-16 } | false",
                "valid: { until: 2026-06-15 } | true",
                "valid: { until: 2026-06-14 } | false",
                "not: { valid: { until: 2026-06-14 } } | true",
                "partner_country: [DE, AT] | true",
                "partner_country: FR | false",
                "partner_region: EEA | true",
                "partner_region: THIRD_COUNTRY | false",
                "transfer_basis: dpf | false"
            })
    void conditionsOfTheExchange(String condition, boolean shared) {
        assertThat(leaves("basis: contract", condition, "'id':1")).isEqualTo(shared);
    }

    @Test
    @DisplayName("C: of a partner in several countries a condition on one of them is unknown")
    void partnersInSeveralCountries() {
        String customer = record("'id':1");
        assertThat(shop("DE, US", "basis: contract", "partner_country: DE").filter(customer))
                .doesNotContain("a@b");
        assertThat(shop("DE, US", "basis: contract", "not: { partner_country: DE }")
                        .filter(customer))
                .doesNotContain("a@b");
        assertThat(shop("DE, US", "basis: contract", "partner_region: [EEA, THIRD_COUNTRY]")
                        .filter(customer))
                .contains("a@b");
    }

    @ParameterizedTest(name = "C: a transfer {0} on 2026-06-15, asked for by {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "basis: scc, ends: 2026-06-15 | transfer_basis: scc | true",
                "basis: scc, ends: 2026-06-14 | transfer_basis: scc | false",
                "basis: scc, signed: 2026-06-16 | transfer_basis: scc | false",
                "basis: dpf | transfer_basis: [dpf, scc] | true",
                "basis: dpf | partner_region: ADEQUATE | true",
                "basis: scc | partner_region: ADEQUATE | false"
            })
    void transfersToTheUsa(String transfer, String condition, boolean shared) {
        String partner = PARTNER.formatted("US") + "transfer: { " + transfer + " }\n";
        assertThat(Bundles.of(CATALOG, partner, policy("basis: contract", condition))
                        .filter(record("'id':1"))
                        .contains("a@b"))
                .isEqualTo(shared);
    }

    @ParameterizedTest(name = "C: {0} where the person who asks is {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "any_of: [supervisor, boss] | supervisor | true",
                "any_of: [supervisor] | agent | false",
                "all_of: [supervisor, agent] | agent | false",
                "none_of: [agent] | supervisor | true",
                "none_of: [agent] | agent | false"
            })
    void rolesOfTheCaller(String roles, String caller, boolean shared) {
        String condition = "caller_roles: { " + roles + " }";
        assertThat(shop("DE", "basis: contract", condition)
                        .askedBy(Set.of(caller))
                        .filter(record("'id':1"))
                        .contains("a@b"))
                .isEqualTo(shared);
        assertThat(shop("DE", "basis: contract", condition).filter(record("'id':1")))
                .doesNotContain("a@b");
    }

    @ParameterizedTest(name = "B6, B7: {0} where {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "legitimate_interest | 'id':1 | true",
                "legitimate_interest | 'tick':'no' | false",
                "legitimate_interest | 'ours':'no' | false",
                "legitimate_interest | 'theirs':'no' | true",
                "legitimate_interest | 'tick':'yes','at':'soon' | false",
                "legitimate_interest | 'tick':'yes','ends':'2026-06-14' | true",
                "soft_opt_in | 'id':1 | true",
                "soft_opt_in | 'ours':'no' | false",
                "contract | 'tick':'no' | true",
                "legal_obligation | 'tick':'no' | true",
                "consent | 'tick':'yes' | true",
                "consent | 'tick':'yes','ends':'2026-06-15' | true",
                "consent | 'tick':'yes','ends':'2026-06-14' | false",
                "consent | 'tick':'yes','ends':'2026-06-15T11:59:59Z' | false",
                "consent | 'tick':'yes','ends':'some day' | false",
                "consent | 'tick':'yes','parent':'yes','ends':'2026-06-14' | false",
                "consent | 'tick':'yes','at':'2027-01-01T00:00:00Z' | false",
                "consent: { max_age: P1Y } | 'tick':'yes','at':'2025-06-16T00:00:00Z' | true",
                "consent: { max_age: P1Y } | 'tick':'yes','at':'2025-06-14T00:00:00Z' | false",
                "consent: { max_age: P1Y } | 'tick':'yes' | false",
                "consent: { purpose: marketing } | 'ours':'yes' | true",
                "consent: { purpose: marketing } | 'theirs':'yes' | false",
                "consent: { purpose: marketing, names_partner: true } | 'ours':'yes' | true",
                "consent: { names_partner: true } | 'tick':'yes' | false",
                "consent: { wording: v2 } | 'tick':'yes' | false"
            })
    void legalGrounds(String basis, String customer, boolean shared) {
        String ground = basis.contains(":") ? "basis: { " + basis + " }" : "basis: " + basis;
        assertThat(leaves(ground, "partner_country: DE", customer)).isEqualTo(shared);
    }

    @ParameterizedTest(name = "B12: a guardian''s word where {0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "'birth':'1990-01-01','country':'DE','tick':'yes' | true",
                "'birth':'2015-01-01','country':'DE','tick':'yes' | false",
                "'birth':'2015-01-01','country':'DE','parent':'yes' | true",
                "'birth':'2015-01-01','country':'DE','parent':'yes','tick':'no' | false",
                "'country':'DE','parent':'yes' | true"
            })
    void guardiansMakeOldEnough(String customer, boolean shared) {
        assertThat(leaves("basis: consent", "age: { at_least: digital_consent }", customer))
                .isEqualTo(shared);
        String forbid = policy("basis: consent", "partner_country: DE")
                + "forbid: [{ id: young, categories: [user], when: { age: { below: digital_consent } } }]\n";
        assertThat(Bundles.of(CATALOG, PARTNER.formatted("DE"), forbid)
                        .filter(record(customer))
                        .contains("a@b"))
                .isEqualTo(shared);
    }

    @Test
    @DisplayName("B12: a guardian who withdraws never lets anything out")
    void withdrawalsOfGuardiansNeverWiden() {
        String young = "age: { below: digital_consent }";
        String child = "'birth':'2015-01-01','country':'DE','tick':'yes'";
        assertThat(leaves("basis: contract", young, child + ",'parent':'yes'"))
                .isEqualTo(leaves("basis: contract", young, child + ",'parent':'no'"));
    }

    @Test
    @DisplayName("the bundle's own regions and ages hold from their days on")
    void ownRegionsAndAges() {
        String law = """
                kind: Region
                id: HOME
                why: Where the shop delivers
                members:
                  - codes: [DE]
                    until: 2026-06-15
                  - codes: [US-CA]
                ---
                kind: AgeTable
                id: majority
                why: Counsel says so
                ages:
                  - { country: DE, age: 21, from: 2026-06-15 }
                """;
        String home = policy("basis: contract", "customer_region: HOME");
        assertThat(Bundles.of(CATALOG, PARTNER.formatted("DE"), law, home).filter(record("'country':'DE'")))
                .contains("a@b");
        assertThat(Bundles.of(CATALOG, PARTNER.formatted("DE"), law, home)
                        .at("2026-06-16T00:00:00Z")
                        .filter(record("'country':'DE'")))
                .doesNotContain("a@b");
        String grown = policy("basis: contract", "age: { at_least: majority }");
        String twenty = record("'country':'DE','birth':'2006-01-01'");
        assertThat(Bundles.of(CATALOG, PARTNER.formatted("DE"), law, grown).filter(twenty))
                .doesNotContain("a@b");
        assertThat(Bundles.of(CATALOG, PARTNER.formatted("DE"), law, grown)
                        .at("2026-06-14T12:00:00Z")
                        .filter(twenty))
                .contains("a@b");
    }

    @Test
    @DisplayName("B13: the document's decision is made at the exchange's instant")
    void theDocumentIsJudgedAtTheInstant() {
        String forbid = policy("basis: contract", "partner_country: DE")
                + "forbid: [{ id: no, categories: [system], when: { valid: { from: 2026-06-15 } } }]\n";
        String page = "{\"next\":\"n\",\"c\":[]}";
        assertThat(Bundles.of(CATALOG, PARTNER.formatted("DE"), forbid).filter(page))
                .doesNotContain("next");
        assertThat(Bundles.of(CATALOG, PARTNER.formatted("DE"), forbid)
                        .at("2026-06-14T12:00:00Z")
                        .filter(page))
                .contains("next");
    }

    private static boolean leaves(String basis, String condition, String customer) {
        return shop("DE", basis, condition).filter(record(customer)).contains("a@b");
    }

    private static Bundles shop(String countries, String basis, String condition) {
        return Bundles.of(
                CATALOG, PARTNER.formatted(countries) + "transfer: { basis: scc }\n", policy(basis, condition));
    }

    private static String policy(String basis, String condition) {
        return """
                kind: Policy
                id: p
                partners: { ids: [mailwerk] }
                catalogs: [shop]
                purpose: marketing.communications.email
                %s
                for:
                  - %s
                share: [user.contact.email]
                """.formatted(basis, condition);
    }

    private static String record(String customer) {
        return "{\"c\":[{" + customer.replace('\'', '"') + ",\"email\":\"a@b\"}]}";
    }
}
