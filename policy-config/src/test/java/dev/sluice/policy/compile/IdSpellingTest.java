package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be another spelling of somebody's id is no id: nobody's objection is lost by it. */
class IdSpellingTest {

    private static final String SHOP = """
            kind: Catalog
            id: shop
            records:
              - at: "$.c[*]"
                customer:
                  id: [id, { at: club, namespace: club }, { at: email, namespace: email }]
                  none_if: [0]
                fields:
                  first: user.name.first
            ---
            kind: Partner
            id: mailwerk
            role: email_marketer
            countries: [DE]
            purposes: [marketing.communications.email]
            ---
            kind: Policy
            id: p
            partners: { roles: [email_marketer] }
            catalogs: [shop]
            purpose: marketing.communications.email
            basis: contract
            share: [user.name.first]
            """;

    private static final String NOBODY = "{\"c\":[]}";
    private static final String ADA = "{\"c\":[{\"first\":\"Ada\"}]}";

    private static String filter(String member, String id) {
        return Bundles.of(SHOP).filter("{\"c\":[{\"" + member + "\":" + id + ",\"first\":\"Ada\"}]}");
    }

    @ParameterizedTest(name = "B12: {0} is an id")
    @ValueSource(strings = {"1", "-1", "12345678901234567890", "\"1\"", "\"01\"", "\"1.0\"", "\"K 1\"", "\"é\""})
    void plainSpellings(String id) {
        assertThat(filter("id", id)).isEqualTo(ADA);
        assertThat(filter("club", id)).isEqualTo(ADA);
    }

    @ParameterizedTest(name = "B12: {0} is no id, and withholds its record")
    @ValueSource(
            strings = {
                "1.0",
                "1e0",
                "1E+2",
                "-1.5",
                "\" 1\"",
                "\"1 \"",
                "\"1\u00a0\"",
                "\"\u00a01\"",
                "\"1\u200b\"",
                "\"\ufeff1\"",
                "\"1\u2060\"",
                "\"\u20281\"",
                "\"1\u0085\"",
                "\"1\u007f\"",
                "\"1\ufe0f\"",
                "\"1\u3164\"",
                "\"1\udb40\udc20\"",
                "\"1\t\"",
                "\" \"",
                "\"\u200b\""
            })
    void otherSpellings(String id) {
        assertThat(filter("id", id)).isEqualTo(NOBODY);
        assertThat(filter("club", id)).isEqualTo(NOBODY);
    }

    @Test
    @DisplayName("B12: white space around an e-mail address does not count, anything else invisible does")
    void addresses() {
        assertThat(filter("email", "\" a@b.example \"")).isEqualTo(ADA);
        assertThat(filter("email", "\"a@b.example\u200b\"")).isEqualTo(NOBODY);
        assertThat(filter("email", "\"\u00a0a@b.example\"")).isEqualTo(NOBODY);
    }

    @ParameterizedTest(name = "B12: {0} is nobody in particular where 0 is")
    @ValueSource(strings = {"0", "0.0", "-0", "0e3"})
    void nobodyInParticular(String id) {
        assertThat(filter("id", id)).isEqualTo(ADA);
    }

    @Test
    @DisplayName("B12: -0 is no id where nothing stands for nobody")
    void minusNought() {
        String strict = SHOP.replace("none_if: [0]", "none_if: [guest]");
        assertThat(Bundles.of(strict).filter("{\"c\":[{\"id\":-0,\"first\":\"Ada\"}]}"))
                .isEqualTo(NOBODY);
        assertThat(Bundles.of(strict).filter("{\"c\":[{\"id\":0,\"first\":\"Ada\"}]}"))
                .isEqualTo(ADA);
    }
}
