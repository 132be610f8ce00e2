package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.decision.UnknownSubjectException;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.field.FieldNode;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** How a catalog's paths become a tree, seen by what leaves and by what is refused. */
class CatalogPathsTest {

    @Test
    @DisplayName("the more specific of two overlapping paths says what stands there")
    void theMoreSpecificPathWins() {
        Bundles bundles = shop("\"a.*\": { category: user.health, name: not_personal, why: ours }", "a.b: user.name");
        assertThat(bundles.filter("{\"c\":[{\"a\":{\"b\":\"Ada\",\"x\":\"ill\"}}]}"))
                .isEqualTo("{\"c\":[{\"a\":{\"b\":\"Ada\"}}]}");
    }

    @Test
    @DisplayName("paths overlap below a name that one of them spells")
    void pathsOverlapDeeper() {
        Bundles bundles =
                shop("\"a.*\": { name: not_personal, why: ours }", "\"a.*.b\": user.name", "a.c.d: user.contact.email");
        assertThat(
                        bundles.filter(
                                "{\"c\":[{\"a\":{\"c\":{\"b\":\"Ada\",\"d\":\"a@b\",\"e\":1},\"x\":{\"b\":\"Bob\",\"d\":2}}}]}"))
                .isEqualTo("{\"c\":[{\"a\":{\"c\":{\"b\":\"Ada\",\"d\":\"a@b\"},\"x\":{\"b\":\"Bob\"}}}]}");
    }

    @Test
    @DisplayName("two paths of which neither is more specific refuse the bundle")
    void ambiguousPathsAreAnError() {
        assertThat(problems(
                        "\"a.*\": { name: not_personal, why: ours }",
                        "\"a.*.b\": user.name",
                        "\"a.c.*\": { category: user.contact, name: not_personal, why: ours }"))
                .extracting(Problem::code)
                .contains("ambiguous-path");
    }

    @Test
    @DisplayName("a subtree takes everything below it, but what is catalogued itself")
    void subtrees() {
        Bundles bundles = shop(
                "\"a.**\": { category: user.content.private, reviewed_by: dpo@shop.example }", "a.b.c: user.health");
        assertThat(bundles.filter("{\"c\":[{\"a\":{\"b\":{\"c\":\"ill\",\"d\":[{\"e\":1}]},\"f\":null}}]}"))
                .isEqualTo("{\"c\":[{\"a\":{\"b\":{\"d\":[{\"e\":1}]},\"f\":null}}]}");
    }

    @Test
    @DisplayName("a selecting member leaves with its element, and no other element does")
    void selectedElements() {
        Bundles bundles =
                shop("\"m[?key='gift'].value\": user.content.private", "\"m[?key='ill'].value\": user.health");
        assertThat(bundles.filter(
                        "{\"c\":[{\"m\":[{\"key\":\"gift\",\"value\":\"x\",\"id\":1},{\"key\":\"ill\",\"value\":\"y\"},"
                                + "{\"key\":\"other\",\"value\":\"z\"}]}]}"))
                .isEqualTo("{\"c\":[{\"m\":[{\"key\":\"gift\",\"value\":\"x\"}]}]}");
    }

    @Test
    @DisplayName("a node of a subtree is its own child")
    void subtreesLoop() {
        Bundles bundles = shop("\"a.**\": { category: user.content.private, reviewed_by: dpo@shop.example }");
        List<FieldNode> nodes = open(bundles).plan().tree().nodes();
        assertThat(nodes)
                .filteredOn(node -> node.pattern().equals("$.c[*].a.**"))
                .isNotEmpty()
                .allMatch(node -> node.anyMember() == node.index() && node.anyElement() == node.index());
    }

    @Test
    @DisplayName("every place knows the record that it belongs to")
    void recordTypes() {
        Bundles bundles = shop("email: user.contact.email");
        List<FieldNode> nodes = open(bundles).plan().tree().nodes();
        assertThat(nodes.get(0).leadsToRecord()).isTrue();
        assertThat(nodes)
                .filteredOn(node -> node.pattern().equals("$.c[*]"))
                .allMatch(node -> node.startsRecord() == 0);
        assertThat(nodes).filteredOn(node -> node.pattern().endsWith("email")).allMatch(node -> node.recordType() == 0);
    }

    @Test
    @DisplayName("a detailed plan says of each place why it stays")
    void detailedReasons() {
        Bundles bundles = shop("email: user.contact.email", "ill: user.health");
        Disclosure detailed = bundles.detailed("mailwerk", "marketing.communications.email", "shop");
        int node = detailed.plan().tree().nodes().stream()
                .filter(one -> one.pattern().equals("$.c[*].ill"))
                .findFirst()
                .orElseThrow()
                .index();
        int fieldClass = detailed.plan().valueClass(node);
        var verdict = TreeEngine.verdicts(detailed, TinyJson.parse("{\"c\":[{\"email\":\"a@b\"}]}"))[0];
        assertThat(detailed.reason(verdict.decisions().at(fieldClass).reason()).cause())
                .isEqualTo(Reason.Cause.NOT_SHARED);
        assertThat(fieldClass).isNotZero();
    }

    @Test
    @DisplayName("only a partner's own purposes can be asked for")
    void unknownSubjects() {
        Bundles bundles = shop("email: user.contact.email");
        assertThatThrownBy(() -> bundles.open("nobody", "marketing.communications.email", "shop"))
                .isInstanceOf(UnknownSubjectException.class);
        assertThatThrownBy(() -> bundles.open("mailwerk", "marketing", "shop"))
                .isInstanceOf(UnknownSubjectException.class);
        assertThatThrownBy(() -> bundles.open("mailwerk", "marketing.communications.email", "nothing"))
                .isInstanceOf(UnknownSubjectException.class);
    }

    private static Disclosure open(Bundles bundles) {
        return bundles.open("mailwerk", "marketing.communications.email", "shop");
    }

    private static Bundles shop(String... fields) {
        return Bundles.of(catalog(fields), REST);
    }

    private static List<Problem> problems(String... fields) {
        return Bundles.problems(catalog(fields), REST);
    }

    private static String catalog(String... fields) {
        return "kind: Catalog\nid: shop\nrecords:\n  - at: \"$.c[*]\"\n    customer:\n      id: id\n    fields:\n      "
                + String.join("\n      ", fields) + "\n";
    }

    private static final String REST = """
            kind: Partner
            id: mailwerk
            name: Mailwerk
            role: email_marketer
            countries: [DE]
            purposes: [marketing.communications.email]
            status: active
            recognised_by:
              - api_key: { sha256: "0000000000000000000000000000000000000000000000000000000000000000" }
            ---
            kind: Policy
            id: p
            owner: o@shop.example
            why: A test
            review_by: 2027-06-30
            partners: { roles: [email_marketer] }
            catalogs: [shop]
            purpose: marketing.communications.email
            basis: contract
            share: [user.name, user.contact.email, user.content.private]
            """;
}
