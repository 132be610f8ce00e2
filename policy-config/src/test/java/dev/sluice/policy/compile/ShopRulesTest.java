package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.decision.Disclosure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forbids of the whole shop, exemptions, last days, shadow, subjects and own categories, each by its letter. */
class ShopRulesTest {

    private static final String PURPOSE = "marketing.communications.email";
    private static final String NOBODY = "{\"c\":[]}";
    private static final String ADA = "{\"c\":[{\"email\":\"a@b\",\"tier\":\"gold\",\"card\":\"77\",\"to\":\"Eve\"}]}";

    private static final String SHOP = """
            kind: Category
            id: x.club.card
            is_a: user.unique_id
            ---
            kind: Catalog
            id: shop
            records:
              - at: "$.c[*]"
                customer: { id: id, attributes: { tier: tier } }
                fields:
                  email: user.contact.email
                  card: x.club.card
                  to: { category: user.name, subject: recipient }
            ---
            kind: Partner
            id: mailwerk
            role: email_marketer
            countries: [DE]
            purposes: [marketing.communications.email]
            """;

    private static String policy(String rest) {
        return """
                kind: Policy
                id: p
                partners: { roles: [email_marketer] }
                catalogs: [shop]
                purpose: marketing.communications.email
                basis: contract
                """ + rest;
    }

    private static String filter(String instant, String... documents) {
        String[] all = new String[documents.length + 1];
        all[0] = SHOP;
        System.arraycopy(documents, 0, all, 1, documents.length);
        return Bundles.of(all).at(instant).filter(ADA);
    }

    private static String now(String... documents) {
        return filter("2026-06-15T12:00:00Z", documents);
    }

    @Test
    @DisplayName("B5: a forbid of the whole shop beats every share")
    void theShopForbids() {
        assertThat(now(policy("share: [user.contact]\n"), "kind: Forbid\nid: none\nforbid: [user.contact.email]\n"))
                .isEqualTo(NOBODY);
    }

    @ParameterizedTest(name = "B5: a forbid {0} lets out {1}")
    @CsvSource({
        "'to: { roles: [email_marketer] }', nothing",
        "'to: { roles: [carrier] }', something",
        "'to: { ids: [mailwerk], countries: [AT] }', something",
        "purposes: [marketing], nothing",
        "'purposes: [essential, marketing.communications.email]', nothing",
        "purposes: [essential], something",
        "'unless: { attributes: { tier: gold } }', something",
        "'unless: { attributes: { tier: silver } }', nothing",
        "'when: { attributes: { tier: silver } }', something",
        "'when: { age: { below: 18 } }', nothing",
        "subject: recipient, something",
        "mode: off, something",
        "mode: shadow, something",
        "until: 2026-06-15, nothing",
        "until: 2026-06-14, something",
    })
    void onlyItsOwnWordsNarrowIt(String narrowed, String expected) {
        // Given
        String forbid = "kind: Forbid\nid: none\nforbid: [user.contact]\nmay_be_vacuous: a test\n" + narrowed + "\n";

        // When
        String left = now(policy("share: [user.contact.email]\n"), forbid);

        // Then
        assertThat(left).isEqualTo(expected.equals("nothing") ? NOBODY : "{\"c\":[{\"email\":\"a@b\"}]}");
    }

    @ParameterizedTest(name = "at {0} an exemption until 15 June lets out {1}")
    @CsvSource({"2026-06-15T23:59:59Z, something", "2026-06-16T00:00:00Z, nothing"})
    void anExemptionEndsWithItsLastDayByUtc(String instant, String expected) {
        // Given
        String forbid = """
                kind: Forbid
                id: none
                forbid: [user.contact]
                except:
                  - { partner: mailwerk, until: 2026-06-15, approved_by: dpo, why: a test }
                """;

        // When
        String left = filter(instant, policy("share: [user.contact.email]\n"), forbid);

        // Then
        assertThat(left).isEqualTo(expected.equals("nothing") ? NOBODY : "{\"c\":[{\"email\":\"a@b\"}]}");
    }

    @Test
    @DisplayName("B16: one bundle decides before and after a last day, and never by what it remembers")
    void aLastDayIsNeverStale() {
        // Given
        Bundles bundle =
                Bundles.of(SHOP, policy("rules:\n  - { id: trial, share: [user.contact.email], until: 2026-06-15 }\n"));

        // When
        String before = bundle.at("2026-06-15T23:59:59Z").filter(ADA);
        String after = bundle.at("2026-06-16T00:00:00Z").filter(ADA);
        String again = bundle.at("2026-06-15T00:00:00Z").filter(ADA);

        // Then
        assertThat(before).isEqualTo("{\"c\":[{\"email\":\"a@b\"}]}").isEqualTo(again);
        assertThat(after).isEqualTo(NOBODY);
    }

    @Test
    @DisplayName("a rule in shadow changes nothing, and can be asked what it would change")
    void shadowChangesNothing() {
        // Given
        Bundles bundle = Bundles.of(SHOP, policy("""
                share: [user.contact.email]
                rules:
                  - { id: card, share: [x.club.card], mode: shadow }
                forbid:
                  - { id: mail, categories: [user.contact.email], mode: shadow }
                """));

        // When
        Disclosure shadow = bundle.shadow("mailwerk", PURPOSE, "shop").orElseThrow();

        // Then
        assertThat(TinyJson.write(TreeEngine.filter(shadow, TinyJson.parse(ADA))))
                .isEqualTo("{\"c\":[{\"card\":\"77\"}]}");
        assertThat(bundle.filter(ADA)).isEqualTo("{\"c\":[{\"email\":\"a@b\"}]}");
        assertThat(shadow.plan().tree())
                .isSameAs(bundle.open("mailwerk", PURPOSE, "shop").plan().tree());
    }

    @Test
    @DisplayName("without a rule in shadow there is nothing to ask")
    void noShadow() {
        assertThat(Bundles.of(SHOP, policy("share: [user]\nrules:\n  - { id: r, share: [user.name], mode: off }\n"))
                        .shadow("mailwerk", PURPOSE, "shop"))
                .isEmpty();
    }

    @Test
    @DisplayName("B9: what is the recipient's is shared by a rule that says so, and by no other")
    void subjects() {
        assertThat(now(policy("share: [user]\n"))).isEqualTo("{\"c\":[{\"email\":\"a@b\"}]}");
        assertThat(now(policy("rules:\n  - { id: to, subject: recipient, share: [user] }\n")))
                .isEqualTo("{\"c\":[{\"to\":\"Eve\"}]}");
    }

    @Test
    @DisplayName("B4: a cut without a subject holds for everybody, one with a subject for that alone")
    void cutsAndSubjects() {
        String share = "rules:\n  - { id: to, subject: recipient, share: [user.name] }\n";
        String cut = "protect:\n  - { id: no, category: user.name, at_most: { replace: gone }%s }\n";
        assertThat(now(policy(share + cut.formatted("")))).contains("gone");
        assertThat(now(policy(share + cut.formatted(", subject: recipient")))).contains("gone");
        assertThat(now(policy(share + cut.formatted(", subject: customer, may_be_vacuous: a test"))))
                .contains("Eve");
    }

    @Test
    @DisplayName("B4: shares do not pass along `is_a`, forbids do")
    void ownCategories() {
        String card = "{\"c\":[{\"card\":\"77\"}]}";
        String forbid = "kind: Forbid\nid: ids\nforbid: [user.unique_id]\n";
        assertThat(now(policy("share: [user.unique_id]\n"))).isEqualTo(NOBODY);
        assertThat(now(policy("share: [x.club.card]\n"))).isEqualTo(card);
        assertThat(now(policy("share: [x.club.card]\n"), forbid)).isEqualTo(NOBODY);
    }

    @ParameterizedTest(name = "B10: born {0}, a document with {1}, adds {2}")
    @CsvSource({
        "1990-05-01, , 35-64",
        "2010-05-01, , <18",
        "soon, , ",
        "1990, , ",
        "1990-05-01, age_group, ",
    })
    void derivesAMember(String birth, String present, String added) {
        // Given
        String born = SHOP.replace(
                        "email: user.contact.email",
                        "email: user.contact.email\n      birth: user.demographic.date_of_birth")
                .replace("attributes: { tier: tier }", "birth_date: birth");
        String share = policy("share: [user.contact.email]\nderive: { age_group: { age_band: [18, 35, 65] } }\n");
        String member = present == null ? "" : ",\"" + present + "\":\"mine\"";

        // When
        String left = Bundles.of(born, share)
                .filter("{\"c\":[{\"email\":\"a@b\",\"birth\":\"" + birth + "\"" + member + "}]}");

        // Then
        assertThat(left)
                .isEqualTo("{\"c\":[{\"email\":\"a@b\"" + (added == null ? "" : ",\"age_group\":\"" + added + "\"")
                        + "}]}");
    }

    @Test
    @DisplayName("B12: a derived band stays away where the age has no answer")
    void derivesNothingOnTheBirthdayItself() {
        // Given
        String born = SHOP.replace("attributes: { tier: tier }", "birth_date: birth");
        String share = policy("share: [user.contact.email]\nderive: { age_group: { age_band: [18, 35, 65] } }\n");

        // When
        String left = Bundles.of(born, share)
                .at("2026-06-15T11:59:59Z")
                .filter("{\"c\":[{\"email\":\"a@b\",\"birth\":\"2008-06-15\"}]}");

        // Then
        assertThat(left).isEqualTo("{\"c\":[{\"email\":\"a@b\"}]}");
    }

    @ParameterizedTest(name = "B10: with {0} a derived member leaves as {1}")
    @CsvSource({
        "'forbid: [{ id: f, categories: [user.demographic.date_of_birth] }]', ",
        "'forbid: [{ id: f, categories: [user.demographic.age_range] }]', ",
        "'protect: [{ id: f, category: user.demographic, at_most: { age_band: [35] } }]', <35",
        "'protect: [{ id: f, category: user.demographic, at_most: { replace: gone } }]', gone",
        "'rules: [{ id: r, share: [user.demographic] }]', 18-34",
    })
    void cutsHoldForADerivedMember(String rest, String added) {
        // Given
        String born = SHOP.replace("attributes: { tier: tier }", "birth_date: birth");
        String share = policy("share: [user.contact.email]\nderive: { age_group: { age_band: [18, 35, 65] } }\n");

        // When
        String left =
                Bundles.of(born, share + rest + "\n").filter("{\"c\":[{\"email\":\"a@b\",\"birth\":\"2000-01-01\"}]}");

        // Then
        assertThat(left)
                .isEqualTo("{\"c\":[{\"email\":\"a@b\"" + (added == null ? "" : ",\"age_group\":\"" + added + "\"")
                        + "}]}");
    }

    @Test
    @DisplayName("B9: a derived member alone lets no record out")
    void aDerivedMemberAloneIsNothing() {
        String born = SHOP.replace("attributes: { tier: tier }", "birth_date: birth");
        String share = policy("rules: [{ id: r, derive: { age_group: { age_band: [18] } } }]\n");
        assertThat(Bundles.of(born, share).filter("{\"c\":[{\"email\":\"a@b\",\"birth\":\"2000-01-01\"}]}"))
                .isEqualTo(NOBODY);
    }
}
