package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a decision, one by one, by what leaves of a customer. */
class DecisionRulesTest {

    private static final String NOBODY = "{\"c\":[]}";

    @Test
    @DisplayName("B1: what no catalog classifies does not leave")
    void withholdsTheUnclassified() {
        assertThat(shop(policy("share: [user]")).filter(customer("\"email\":\"a@b\",\"secret\":1")))
                .isEqualTo(kept("\"email\":\"a@b\""));
    }

    @Test
    @DisplayName("B1: what no policy shares does not leave")
    void withholdsTheUnshared() {
        assertThat(shop(policy("share: [user.contact.email]")).filter(customer("\"email\":\"a@b\",\"first\":\"Ada\"")))
                .isEqualTo(kept("\"email\":\"a@b\""));
    }

    @Test
    @DisplayName("B2: the mildest of the true shares wins")
    void theMildestShareWins() {
        String two = policy("share:\n  - user.name.first: { truncate: { keep_first: 1 } }\n  - user.name");
        assertThat(shop(two).filter(customer("\"first\":\"Ada\""))).isEqualTo(kept("\"first\":\"Ada\""));
    }

    @Test
    @DisplayName("B2: a protect cuts down whoever shares")
    void protectsCutDown() {
        String cut = policy(
                "share: [user.name]",
                "protect: [{ id: short, category: user.name, at_most: { truncate: { keep_first: 1 } } }]");
        assertThat(shop(cut).filter(customer("\"first\":\"Ada\""))).isEqualTo(kept("\"first\":\"A\""));
    }

    @Test
    @DisplayName("B2: of several categories all must be granted, in the strictest of their forms")
    void allCategoriesMustBeGranted() {
        assertThat(shop(policy("share: [user.device]")).filter(customer("\"ip\":\"10.0.0.1\"")))
                .isEqualTo(NOBODY);
        String both = policy("share:\n  - user.device\n  - user.location.imprecise: { truncate: { keep_first: 2 } }");
        assertThat(shop(both).filter(customer("\"ip\":\"10.0.0.1\""))).isEqualTo(kept("\"ip\":\"10\""));
    }

    @Test
    @DisplayName("B2: two forms that can meet and have no order refuse the bundle, with both lines")
    void unorderedFormsAreAnError() {
        String clash =
                policy("share:\n  - user.name: { initial: {} }\n  - user.name.first: { truncate: { keep_first: 2 } }");
        assertThat(Bundles.problems(CATALOG, PARTNER, clash.replace("{ initial: {} }", "initial")))
                .filteredOn(problem -> problem.code().equals("forms-not-ordered"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message() + problem.location())
                        .contains("initial", "truncate", "file2.yaml:11", "file2.yaml:12"));
    }

    @ParameterizedTest(name = "B3: born {0}, a forbid on minors {1}")
    @CsvSource({"1990-01-01, frees", "2015-01-01, holds", "soon, holds", "'', holds"})
    void aForbidHoldsUnlessDefinitelyFalse(String birth, String expected) {
        String forbid = policy(
                "share: [user.contact.email]",
                "forbid: [{ id: minors, categories: [user.contact], when: { age: { below: 18 } } }]");
        String record = customer("\"email\":\"a@b\"" + (birth.isEmpty() ? "" : ",\"birth\":\"" + birth + "\""));
        assertThat(shop(forbid).filter(record))
                .isEqualTo(expected.equals("frees") ? kept("\"email\":\"a@b\"") : NOBODY);
    }

    @ParameterizedTest(name = "B3: a share for {0} where the country is {1}: {2}")
    @CsvSource({
        "customer_country: [DE], DE, true",
        "customer_country: [DE], Deutschland, true",
        "customer_country: [DE], DEU, true",
        "customer_country: [DE], FR, false",
        "customer_country: [DE], Narnia, false",
        "not: { customer_country: [DE] }, Narnia, false",
        "not: { customer_country: [DE] }, FR, true",
        "customer_region: [EU], fr, true",
        "customer_region: [THIRD_COUNTRY], US, true",
        "customer_region: [ADEQUATE], CH, true",
        "customer_region: [ADEQUATE], US, false",
        "customer_region: [EEA], CH, false"
    })
    void aShareNeedsTrue(String condition, String country, boolean shared) {
        String when = policy("for:\n  - " + condition, "share: [user.contact.email]");
        assertThat(shop(when).filter(customer("\"email\":\"a@b\",\"country\":\"" + country + "\"")))
                .isEqualTo(shared ? kept("\"email\":\"a@b\"") : NOBODY);
    }

    @Test
    @DisplayName("B3: where the country is unknown majority is the highest age of all for a share")
    void majorityOfAnUnknownCountry() {
        String grown = policy("for:\n  - age: { at_least: majority }", "share: [user.contact.email]");
        String twenty = "\"email\":\"a@b\",\"birth\":\"2006-01-01\"";
        assertThat(shop(grown).filter(customer(twenty))).isEqualTo(NOBODY);
        assertThat(shop(grown).filter(customer(twenty + ",\"country\":\"DE\""))).isEqualTo(kept("\"email\":\"a@b\""));
        assertThat(shop(grown).filter(customer(twenty + ",\"country\":\"US\""))).isEqualTo(NOBODY);
    }

    @Test
    @DisplayName("B4: special categories are shared only where they are named")
    void specialCategoriesAreNamed() {
        String illness = customer("\"email\":\"a@b\",\"illness\":\"x\"");
        assertThat(shop(policy("share: [user]")).filter(illness)).isEqualTo(kept("\"email\":\"a@b\""));
        assertThat(shop(policy("share: [user.health]")).filter(illness)).isEqualTo(kept("\"illness\":\"x\""));
    }

    @Test
    @DisplayName("B4: a forbid on what is below catches a field that is catalogued broadly")
    void cutsLookBothWays() {
        String forbid = policy("share: [user]", "forbid: [{ id: no-mail, categories: [user.contact.email] }]");
        assertThat(shop(forbid).filter(customer("\"contact\":\"x\",\"first\":\"Ada\"")))
                .isEqualTo(kept("\"first\":\"Ada\""));
    }

    @Test
    @DisplayName("B4: a share without a part means the unnamed part, a forbid without one means all")
    void partsAreKeptApart() {
        String home = customer("\"first\":\"Ada\",\"home\":{\"city\":\"Ulm\"}");
        assertThat(shop(policy("share: [user]")).filter(home)).isEqualTo(kept("\"first\":\"Ada\""));
        String part = policy("rules: [{ id: label, of: home, share: [user.contact.address] }]");
        assertThat(shop(part).filter(home)).isEqualTo(kept("\"home\":{\"city\":\"Ulm\"}"));
        String forbidden = policy(
                "rules: [{ id: label, of: home, share: [user.contact.address] }]",
                "forbid: [{ id: no, categories: [user.contact] }]");
        assertThat(shop(forbidden).filter(home)).isEqualTo(NOBODY);
    }

    @Test
    @DisplayName("B4: what is about another person than the customer is not shared")
    void otherSubjectsStay() {
        assertThat(shop(policy("share: [user]")).filter(customer("\"first\":\"Ada\",\"mother\":\"Eve\"")))
                .isEqualTo(kept("\"first\":\"Ada\""));
    }

    @Test
    @DisplayName("B5: a forbid of one policy binds the shares of another")
    void forbidsBindOthers() {
        String forbid =
                policy("forbid: [{ id: no, categories: [user.contact] }]").replace("id: p\n", "id: q\n");
        assertThat(shop(policy("share: [user]"), forbid).filter(customer("\"email\":\"a@b\",\"first\":\"Ada\"")))
                .isEqualTo(kept("\"first\":\"Ada\""));
    }

    @Test
    @DisplayName("B5: neither the policy's customers nor its catalogs narrow its forbids")
    void forbidsAreNotNarrowed() {
        String forbid = policy("for:\n  - customer_country: [FR]", "forbid: [{ id: no, categories: [user.contact] }]")
                .replace("id: p\n", "id: q\n")
                .replace("catalogs: [shop]", "catalogs: [other]");
        String other = "kind: Catalog\nid: other\nrecords: []\n";
        Bundles bundles = Bundles.of(CATALOG, PARTNER, other, policy("share: [user]"), forbid);
        assertThat(bundles.filter(customer("\"email\":\"a@b\",\"first\":\"Ada\",\"country\":\"DE\"")))
                .isEqualTo(kept("\"first\":\"Ada\""));
    }

    @ParameterizedTest(name = "B6: consent {0} under contract")
    @CsvSource({"yes", "no", "maybe"})
    void contractAsksForNoConsent(String tick) {
        String contract = policy("share: [user.name]").replace("basis:\n  contract", "basis: contract");
        assertThat(shop(contract).filter(customer("\"first\":\"Ada\",\"tick\":\"" + tick + "\"")))
                .isEqualTo(kept("\"first\":\"Ada\""));
    }

    @ParameterizedTest(name = "B6, B7: mail {0}, all marketing {1}: {2}")
    @CsvSource({
        "yes, , true",
        ", , false",
        "no, , false",
        "yes, no, false",
        ", yes, false",
        "maybe, , false",
        "yes, yes, true"
    })
    void consentIsTheGate(String mail, String tick, boolean shared) {
        String consent =
                policy("share: [user.name]").replace("basis: contract", "basis:\n  consent: { channel: email }");
        String ticks =
                (mail == null ? "" : ",\"mail\":\"" + mail + "\"") + (tick == null ? "" : ",\"tick\":\"" + tick + "\"");
        assertThat(shop(consent).filter(customer("\"first\":\"Ada\"" + ticks)))
                .isEqualTo(shared ? kept("\"first\":\"Ada\"") : NOBODY);
    }

    @Test
    @DisplayName("B7: a question without a channel needs a consent without one")
    void aConsentForOneChannelIsNoneForAll() {
        String any = policy("share: [user.name]").replace("basis: contract", "basis:\n  consent: {}");
        assertThat(shop(any).filter(customer("\"first\":\"Ada\",\"mail\":\"yes\"")))
                .isEqualTo(NOBODY);
    }

    @Test
    @DisplayName("B9: a record leaves only with something personal")
    void nothingPersonalNothingLeaves() {
        assertThat(shop(policy("share: [x.order]")).filter(customer("\"total\":1,\"email\":\"a@b\"")))
                .isEqualTo(NOBODY);
    }

    @Test
    @DisplayName("B9: a row's need withholds the policy's own shares alone")
    void rowNeeds() {
        String needs = policy(
                "row_needs: [user.contact.email]",
                "share: [user.contact.email, user.name]",
                "forbid: [{ id: minors, categories: [user.contact.email], when: { age: { below: 18 } } }]");
        String other = policy("share: [user.demographic]").replace("id: p\n", "id: q\n");
        String young = customer("\"email\":\"a@b\",\"first\":\"Ada\",\"birth\":\"2015-01-01\"");
        assertThat(shop(needs, other).filter(young)).isEqualTo(kept("\"birth\":\"2015-01-01\""));
    }

    @Test
    @DisplayName("B9: what is replaced does not meet a row's need")
    void aReplacedFieldMeetsNoNeed() {
        String needs = policy(
                "row_needs: [user.contact.email]", "share:\n  - user.contact.email: { replace: x }\n  - user.name");
        assertThat(shop(needs).filter(customer("\"email\":\"a@b\",\"first\":\"Ada\"")))
                .isEqualTo(NOBODY);
    }

    @ParameterizedTest(name = "B9: a record with the id {0}: {1}")
    @CsvSource({
        "true, false",
        "{}, false",
        "[], false",
        "null, true",
        "0, true",
        "7, true",
        "'\"\"', false",
        "'\"7\"', true"
    })
    void anUnusableIdWithholdsTheRecord(String id, boolean leaves) {
        String record = "{\"c\":[{\"id\":" + id + ",\"first\":\"Ada\"}]}";
        assertThat(shop(policy("share: [user.name]")).filter(record))
                .isEqualTo(leaves ? kept("\"first\":\"Ada\"") : NOBODY);
    }

    @Test
    @DisplayName("B9: containers and nulls leave by the decision, not by what they hold")
    void shapeDoesNotTell() {
        Bundles bundles =
                shop(policy("rules: [{ id: label, of: home, share: [user.contact.address] }]", "share: [user.name]"));
        assertThat(bundles.filter(customer("\"first\":null,\"email\":null,\"home\":{}")))
                .isEqualTo(kept("\"first\":null,\"home\":{}"));
    }

    @Test
    @DisplayName("B9: outside records only what the policies' `document` lists leaves")
    void documentFields() {
        String record = "{\"next\":\"2\",\"count\":3,\"c\":[]}";
        assertThat(shop(policy("share: [user]")).filter(record)).isEqualTo("{\"next\":\"2\",\"c\":[]}");
    }

    @Test
    @DisplayName("B9: a nested person leaves by its own decision, and only with the record around it")
    void nestedRecords() {
        Bundles bundles = shop(policy("for:\n  - customer_country: [DE]", "share: [user.name]"));
        assertThat(bundles.filter(nested("1", "DE", "2", "DE"))).isEqualTo(outer(",\"n\":[{\"first\":\"Bob\"}]"));
        assertThat(bundles.filter(nested("1", "DE", "2", "FR"))).isEqualTo(outer(",\"n\":[]"));
        assertThat(bundles.filter(nested("1", "FR", "2", "DE"))).isEqualTo(NOBODY);
    }

    @Test
    @DisplayName("B9: the same person in a nested record is decided on merged facts")
    void samePersonIsMerged() {
        Bundles bundles = shop(policy("for:\n  - customer_country: [DE]", "share: [user.name]"));
        assertThat(bundles.filter(nested("1", "DE", "1", "FR"))).isEqualTo(NOBODY);
        assertThat(bundles.filter(nested("1", "DE", "1", null))).isEqualTo(outer(",\"n\":[{\"first\":\"Bob\"}]"));
    }

    @Test
    @DisplayName("E8: with a guest only what restricts is merged")
    void guestsRestrict() {
        Bundles bundles = shop(policy("for:\n  - customer_country: [DE]", "share: [user.name]"));
        assertThat(bundles.filter(nested("1", "DE", "0", "DE"))).isEqualTo(outer(",\"n\":[{\"first\":\"Bob\"}]"));
        assertThat(bundles.filter(nested("1", "DE", "0", "FR"))).isEqualTo(NOBODY);
        assertThat(bundles.filter(nested("1", "DE", "0", null))).isEqualTo(NOBODY);
    }

    @Test
    @DisplayName("B10: a value that the form cannot apply to is withheld")
    void formsThatCannotApply() {
        String part = policy("share:\n  - user.demographic.date_of_birth: { date_part: year }\n  - user.name");
        assertThat(shop(part).filter(customer("\"first\":\"Ada\",\"birth\":\"soon\"")))
                .isEqualTo(kept("\"first\":\"Ada\""));
    }

    @Test
    @DisplayName("B10: a share in a form that cannot apply withholds the value from a milder share too")
    void everyTrueShareMustApply() {
        String two =
                policy("share:\n  - user.name.first\n  - user.name: { truncate: { keep_first: 1 } }\n  - user.contact");
        assertThat(shop(two).filter(customer("\"first\":1,\"email\":\"a@b\""))).isEqualTo(kept("\"email\":\"a@b\""));
    }

    @Test
    @DisplayName("B10: the handle is the person's, whatever the shape of the id, and a guest has none")
    void customerHandles() {
        Bundles bundles = shop(policy("share: [user.name, { customer: pseudonym }]"));
        String number = bundles.filter("{\"c\":[{\"id\":7,\"first\":\"Ada\"}]}");
        assertThat(number).matches("\\{\"c\":\\[\\{\"id\":\"throwaway\\.[A-Za-z0-9_-]{43}\",\"first\":\"Ada\"}]}");
        assertThat(bundles.filter("{\"c\":[{\"id\":\"7\",\"first\":\"Ada\"}]}")).isEqualTo(number);
        assertThat(bundles.filter("{\"c\":[{\"id\":8,\"first\":\"Ada\"}]}")).isNotEqualTo(number);
        assertThat(bundles.filter("{\"c\":[{\"id\":0,\"first\":\"Ada\"}]}")).isEqualTo(kept("\"first\":\"Ada\""));
    }

    @Test
    @DisplayName("B11: a name that is not granted takes its member with it")
    void namesAreData() {
        String labels = customer("\"first\":\"Ada\",\"labels\":{\"a@b\":1}");
        assertThat(shop(policy("share: [user.name, x.order]")).filter(labels)).isEqualTo(kept("\"first\":\"Ada\""));
        assertThat(shop(policy("share: [user.name, user.contact.email, x.order]"))
                        .filter(labels))
                .isEqualTo(kept("\"first\":\"Ada\",\"labels\":{\"a@b\":1}"));
    }

    @ParameterizedTest(name = "B12: countries {0} and {1}: {2}")
    @CsvSource({"DE, DE, true", "DE, , true", ", DE, true", "DE, FR, false", "DE, Narnia, false", "5, DE, false"})
    void severalPlacesMustAgree(String one, String other, boolean shared) {
        String home = "{" + (other == null ? "" : "\"land\":\"" + other + "\"") + "}";
        String record = customer("\"first\":\"Ada\",\"home\":" + home
                + (one == null ? "" : ",\"country\":" + (one.equals("5") ? "5" : "\"" + one + "\"")));
        assertThat(shop(policy("for:\n  - customer_country: [DE]", "share: [user.name]"))
                        .filter(record))
                .isEqualTo(shared ? kept("\"first\":\"Ada\"") : NOBODY);
    }

    @ParameterizedTest(name = "B12: born {0}, of age at {1}: {2}")
    @CsvSource({
        "2008-06-15, 2026-06-15T12:00:00Z, true",
        "2008-06-15, 2026-06-15T11:59:59Z, false",
        "2008-02-29, 2026-02-28T23:00:00Z, false",
        "2008-02-29, 2026-03-01T12:00:00Z, true",
        "2008, 2026-06-15T12:00:00Z, false",
        "2007, 2026-06-15T12:00:00Z, true",
        "2008-05, 2026-06-15T12:00:00Z, true",
        "2008-06-15T23:00:00Z, 2026-06-15T12:00:00Z, true",
        "2027-01-01, 2026-06-15T12:00:00Z, false",
        "1900-01-01, 2026-06-15T12:00:00Z, false"
    })
    void ageCountsWholeYears(String birth, String now, boolean shared) {
        Bundles bundles = shop(policy("for:\n  - age: { at_least: 18 }", "share: [user.name]"))
                .at(now);
        assertThat(bundles.filter(customer("\"first\":\"Ada\",\"birth\":\"" + birth + "\"")))
                .isEqualTo(shared ? kept("\"first\":\"Ada\"") : NOBODY);
    }

    @ParameterizedTest(name = "B12: the attribute {0} against {1}: {2}")
    @CsvSource({
        "'\"gold\"', tier: gold, true",
        "'\"gold\"', 'tier: { none_of: [gold] }', false",
        "'\"tin\"', 'tier: { none_of: [gold] }', true",
        "1, 'tier: { any_of: [\"1\"] }', false",
        "1.0, 'tier: { any_of: [1] }', true",
        "5, 'tier: { at_least: 4.5 }', true",
        "'\"5\"', 'tier: { at_least: 4 }', false",
        "{}, 'tier: { none_of: [gold] }', false",
        "true, tier: true, true"
    })
    void attributes(String value, String test, boolean shared) {
        String when = policy("for:\n  - attributes: { " + test + " }", "share: [user.name]");
        assertThat(shop(when).filter(customer("\"first\":\"Ada\",\"tier\":" + value)))
                .isEqualTo(shared ? kept("\"first\":\"Ada\"") : NOBODY);
    }

    private static final String CATALOG = """
            kind: Catalog
            id: shop
            records:
              - at: "$.c[*]"
                customer:
                  id: id
                  none_if: [0]
                  country: [country, home.land]
                  birth_date: birth
                  attributes: { tier: tier }
                  consents: &consents
                    - { adapter: flag, at: mail, given: ["yes"], purpose: marketing.communications.email, channel: email }
                    - { adapter: flag, at: tick, given: ["yes"], purpose: marketing }
                parts: { home: [home] }
                fields:
                  id: user.unique_id
                  email: user.contact.email
                  first: user.name.first
                  contact: user.contact
                  illness: user.health
                  ip: [user.device.ip_address, user.location.imprecise]
                  birth: user.demographic.date_of_birth
                  total: x.order.totals
                  mother: { category: user.name, subject: recipient }
                  home.city: user.contact.address.city
                  "labels.*": { category: x.order.items, name: user.contact.email }
              - at: "$.c[*].n[*]"
                customer:
                  id: id
                  none_if: [0]
                  country: country
                fields:
                  first: user.name.first
            document:
              next: system.operations
              count: x.page.total
            """.replace(" &consents", "");

    private static final String PARTNER = """
            kind: Partner
            id: mailwerk
            name: Mailwerk
            role: email_marketer
            countries: [DE]
            purposes: [marketing.communications.email]
            status: active
            recognised_by:
              - api_key: { sha256: "0000000000000000000000000000000000000000000000000000000000000000" }
            """;

    private static String policy(String... rest) {
        return """
                kind: Policy
                id: p
                owner: o@shop.example
                why: A test
                review_by: 2027-06-30
                partners: { roles: [email_marketer] }
                catalogs: [shop]
                purpose: marketing.communications.email
                basis: contract
                """ + String.join("\n", rest) + "\n";
    }

    private static Bundles shop(String... policies) {
        String[] all = new String[policies.length + 2];
        all[0] = CATALOG;
        all[1] = PARTNER;
        System.arraycopy(policies, 0, all, 2, policies.length);
        return Bundles.of(all);
    }

    private static String customer(String members) {
        return "{\"c\":[{\"id\":7," + members + "}]}";
    }

    private static String kept(String members) {
        return "{\"c\":[{" + members + "}]}";
    }

    private static String nested(String id, String country, String innerId, String innerCountry) {
        String inner = "{\"id\":" + innerId + ",\"first\":\"Bob\""
                + (innerCountry == null ? "" : ",\"country\":\"" + innerCountry + "\"") + "}";
        return "{\"c\":[{\"id\":" + id + ",\"first\":\"Ada\",\"country\":\"" + country + "\",\"n\":[" + inner + "]}]}";
    }

    private static String outer(String rest) {
        return "{\"c\":[{\"first\":\"Ada\"" + rest + "}]}";
    }
}
