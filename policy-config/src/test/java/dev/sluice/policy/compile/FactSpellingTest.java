package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A text that looks like a word of the bundle and is not the same passes no forbid: what no bundle can spell is unknown. */
class FactSpellingTest {

    private static final Bundles SHOP = Bundles.of("""
            kind: Catalog
            id: shop
            records:
              - at: "$.c[*]"
                customer:
                  id: id
                  attributes: { risk: [risk, riskier] }
                facts:
                  skus: { at: "lines[*].sku", many: true }
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
            forbid:
              - id: no-risk
                categories: [user]
                when: { attributes: { risk: [high, "very high", "1"] } }
              - id: no-health-goods
                categories: [user]
                when: { skus: [H-1] }
            """);

    private static final String NOTHING = "{\"c\":[]}";
    private static final String SHARED = "{\"c\":[{\"first\":\"Ada\"}]}";

    private static String risk(String risk) {
        return SHOP.filter("{\"c\":[{\"id\":1,\"risk\":" + risk + ",\"lines\":[],\"first\":\"Ada\"}]}");
    }

    private static String sku(String sku) {
        return SHOP.filter("{\"c\":[{\"id\":1,\"risk\":\"low\",\"lines\":[{\"sku\":" + sku + "}],\"first\":\"Ada\"}]}");
    }

    @ParameterizedTest(name = "B12: {0} is a value that can be compared")
    @ValueSource(strings = {"\"low\"", "\"not high\"", "\"é\"", "\"太郎 low\"", "\"-\""})
    void plainTexts(String text) {
        assertThat(risk(text)).isEqualTo(SHARED);
        assertThat(sku(text)).isEqualTo(SHARED);
    }

    @ParameterizedTest(name = "B12: {0} may be another spelling of a forbidden word")
    @ValueSource(
            strings = {
                "\"high \"",
                "\" high\"",
                "\"high\t\"",
                "\"high\n\"",
                "\"\u200bhigh\"",
                "\"hi\u200bgh\"",
                "\"hi\u00adgh\"",
                "\"very\u00a0high\"",
                "\"high\ufe0f\"",
                "\"\ufeffH-1\"",
                "\"H-1\u3164\"",
                "\"\"",
                "\" \""
            })
    void otherTexts(String text) {
        assertThat(risk(text)).isEqualTo(NOTHING);
        assertThat(sku(text)).isEqualTo(NOTHING);
    }

    @Test
    @DisplayName("B12: what may be another spelling in one place makes the fact unknown, whatever the other place says")
    void anotherPlace() {
        String record = "{\"c\":[{\"id\":1,\"risk\":\"low\",\"riskier\":\"high \",\"lines\":[],\"first\":\"Ada\"}]}";

        String filtered = SHOP.filter(record);

        assertThat(filtered).isEqualTo(NOTHING);
    }
}
