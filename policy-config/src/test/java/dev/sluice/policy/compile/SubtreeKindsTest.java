package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a catalog spells a place below a subtree, a value of another kind there is not the subtree's to let out. */
class SubtreeKindsTest {

    private static final String CATALOG = String.join(
            "\n",
            "kind: Catalog",
            "id: shop",
            "records:",
            "  - at: \"$.c[*]\"",
            "    customer: { id: id }",
            "    fields:",
            "      email: user.contact.email",
            "      \"blob.**\": { category: user.content, reviewed_by: privacy@shop.example }",
            "      blob.secret: user.health",
            "      \"blob.list[*].x\": user.health",
            "      blob.inner.y: user.health",
            "  - at: \"$.c[*].blob.friends[*]\"",
            "    fields:",
            "      name: user.name",
            "");

    private static final String PARTNER =
            "kind: Partner\nid: mailwerk\nrole: email_marketer\ncountries: [DE]\npurposes: [marketing.communications.email]\n";

    private static final String POLICY = "kind: Policy\nid: q\npartners: { ids: [mailwerk] }\ncatalogs: [shop]\n"
            + "purpose: marketing.communications.email\nbasis: contract\nshare: [user.content]\n";

    @ParameterizedTest(name = "of {0} leaves {1}")
    @DisplayName("E10: a wrong kind is dropped, under a subtree too")
    @CsvSource(delimiter = '|', textBlock = """
            {"secret":"ill"}                    | {}
            {"secret":{"deep":"ill"}}           | {}
            {"secret":["ill"]}                  | {}
            {"list":[{"x":"ill","z":"fine"}]}   | {"list":[{"z":"fine"}]}
            {"list":{"x":"ill"}}                | {}
            {"list":"ill"}                      | {}
            {"inner":{"y":"ill","z":"fine"}}    | {"inner":{"z":"fine"}}
            {"inner":[{"y":"ill"}]}             | {"inner":[]}
            {"inner":"ill"}                     | {}
            {"friends":{"name":"Ida"}}          | {"friends":{}}
            {"friends":"Ida"}                   | {}
            {"other":{"y":"fine"},"a":["fine"]} | {"other":{"y":"fine"},"a":["fine"]}
            """)
    void dropsWhatIsOfAnotherKindThanTheCatalogSays(String blob, String left) {
        String kept = Bundles.of(CATALOG, PARTNER, POLICY).filter("{\"c\":[{\"id\":1,\"blob\":" + blob + "}]}");

        assertThat(kept).isEqualTo("{\"c\":[{\"blob\":" + left + "}]}").doesNotContain("ill", "Ida");
    }
}
