package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** B10: an envelope stands around the form that wins. */
class EnvelopeRulesTest {

    private static final String BUNDLE = """
            kind: Catalog
            id: shop
            records:
              - at: "$.c[*]"
                customer: { id: id, country: country }
                fields:
                  id: user.unique_id
                  zip: user.contact.address.postal_code
                  phone: user.contact.phone_number
                  ip: [user.device.ip_address, user.location.coarse]
            ---
            kind: Partner
            id: mailwerk
            role: email_marketer
            countries: [DE]
            purposes: [marketing.communications.email]
            encryption: KEY
            ---
            kind: Policy
            id: p
            partners: { ids: [mailwerk] }
            catalogs: [shop]
            purpose: marketing.communications.email
            basis: contract
            """.replace("KEY", Envelopes.yaml());

    private static final String TWO_DIGITS = "{ truncate: { keep_first: 2 } }";

    @Test
    @DisplayName("B10: a share in an envelope gives the partner the value for itself alone")
    void sharedInAnEnvelope() {
        assertThat(zip(share("encrypt"))).isEqualTo("E(\"10115\")");
    }

    @Test
    @DisplayName("B10: an envelope around the stricter form of a protect")
    void envelopeMeetsAStricterProtect() {
        assertThat(zip(share("encrypt") + protect(TWO_DIGITS))).isEqualTo("E(\"10\")");
        assertThat(zip(share(TWO_DIGITS) + protect("encrypt"))).isEqualTo("E(\"10\")");
        assertThat(zip(share("[" + TWO_DIGITS + ", encrypt]") + protect(TWO_DIGITS)))
                .isEqualTo("E(\"10\")");
        assertThat(zip(share("encrypt") + protect("{ replace: gone }"))).isEqualTo("E(\"gone\")");
    }

    @Test
    @DisplayName("B10: nulled stays null")
    void nothingNeedsNoEnvelope() {
        assertThat(zip(share("encrypt") + protect("nullify"))).isEqualTo("null");
    }

    @Test
    @DisplayName("B2: beside a milder true share an envelope protects nothing")
    void grantsAddUp() {
        assertThat(zip("share:\n  - user.contact\n  - user.contact.address: encrypt\n"))
                .isEqualTo("10115");
    }

    @Test
    @DisplayName("B2: of several categories one in an envelope encrypts the field")
    void everyCategoryCounts() {
        String policy = "share:\n  - user.device: encrypt\n  - user.location: ip_truncate\n";
        assertThat(leaves(policy, "\"ip\":\"203.0.113.77\"").get("ip")).isEqualTo("E(\"203.0.113.0\")");
    }

    @Test
    @DisplayName(
            "B3: a share in an envelope beside a stricter one without leaves nothing that the other alone would not")
    void whatCutsBothAlikeNeedsNoEnvelope() {
        String stricter = "  - user.contact.address: " + TWO_DIGITS + "\n";
        String gone = protect("{ replace: gone }");
        assertThat(zip("share:\n" + stricter + gone)).isEqualTo("gone");
        assertThat(zip("share:\n  - user.contact: encrypt\n" + stricter + gone)).isEqualTo("gone");
        assertThat(zip("share:\n  - user.contact: encrypt\n" + stricter)).isEqualTo("E(\"10115\")");
        assertThat(zip("share:\n  - user.contact: encrypt\n" + stricter + protect("{ truncate: { keep_first: 3 } }")))
                .isEqualTo("E(\"101\")");
    }

    @Test
    @DisplayName("B3: another category cuts like a protect")
    void otherCategoriesCutToo() {
        String location = "  - user.location: { replace: gone }\n";
        String stricter = "  - user.device.ip_address: ip_truncate\n";
        String ip = "\"ip\":\"203.0.113.77\"";
        assertThat(leaves("share:\n" + stricter + location, ip).get("ip")).isEqualTo("gone");
        assertThat(leaves("share:\n  - user.device: encrypt\n" + stricter + location, ip)
                        .get("ip"))
                .isEqualTo("gone");
        assertThat(leaves("share:\n  - user.device: encrypt\n" + location, ip).get("ip"))
                .isEqualTo("E(\"gone\")");
    }

    @Test
    @DisplayName("B10: what is in an envelope must apply, and a share that cannot withholds it too")
    void everyFormMustApply() {
        String policy = "share:\n  - user.contact: encrypt\n  - user.contact.address: " + TWO_DIGITS + "\n";
        assertThat(leaves(policy, "\"phone\":\"1\",\"zip\":10115")).doesNotContainKey("zip");
        assertThat(leaves(policy, "\"phone\":\"1\",\"zip\":\"10115\"").get("zip"))
                .isEqualTo("E(\"10115\")");
    }

    @Test
    @DisplayName("B10: a match hash reads phones in the record's country")
    void matchHashesKnowTheCountry() {
        String policy =
                "share:\n  - user.contact.phone_number: { match_hash: { profile: meta } }\n  - user.unique_id\n";
        Object german =
                leaves(policy, "\"phone\":\"0171 1234567\",\"country\":\"DE\"").get("phone");
        assertThat(german)
                .isEqualTo(leaves(policy, "\"phone\":\"+49 171 1234567\"").get("phone"))
                .asString()
                .hasSize(64);
        assertThat(leaves(policy, "\"phone\":\"0171 1234567\"")).doesNotContainKey("phone");
    }

    private static String share(String form) {
        return "share:\n  - user.contact.address: " + form + "\n";
    }

    private static String protect(String form) {
        return "protect:\n  - id: q\n    category: user.contact.address.postal_code\n    at_most: " + form + "\n";
    }

    private static String zip(String policy) {
        return String.valueOf(leaves(policy, "\"zip\":\"10115\"").get("zip"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> leaves(String policy, String members) {
        String json = Bundles.of(BUNDLE + policy).filter("{\"c\":[{\"id\":7," + members + "}]}");
        List<?> records = (List<?>) ((Map<?, ?>) Envelopes.opened(TinyJson.parse(json))).get("c");
        return (Map<String, Object>) records.get(0);
    }
}
