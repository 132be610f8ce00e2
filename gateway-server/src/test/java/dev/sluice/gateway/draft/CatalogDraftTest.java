package dev.sluice.gateway.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.BundleLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A draft is a catalog that loads, says no value of its samples, and finds what anybody would find. */
final class CatalogDraftTest {

    private static final Path SAMPLES = Path.of("../docs/examples/shop/samples");

    @TempDir
    private Path directory;

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
    }

    private static String draft(String... documents) {
        CatalogDraft draft = new CatalogDraft();
        for (String document : documents) {
            draft.add(new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
        }
        return draft.yaml("drafted");
    }

    @ParameterizedTest
    @MethodSource("samples")
    void isACatalogThatLoads(Path sample) throws Exception {
        // Given
        CatalogDraft draft = new CatalogDraft();
        try (InputStream document = Files.newInputStream(sample)) {
            draft.add(document);
        }
        Files.writeString(directory.resolve("draft.yaml"), draft.yaml("drafted"));

        // When
        var ready = new BundleLoader(Clock.systemUTC()).prepare(directory, new ThrowawayKeys());

        // Then
        assertThat(ready.loaded().model().catalogs()).hasSize(1);
        assertThat(ready.loaded().model().catalogs().get(0).records()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void saysNoValueOfItsSample(Path sample) throws IOException {
        String document = Files.readString(sample);

        String draft = draft(document);

        List<String> texts = texts(new JsonMapper().readTree(document));
        assertThat(texts).isNotEmpty();
        assertThat(draft).doesNotContain(texts.toArray(String[]::new));
    }

    /** Long enough not to stand in a draft by chance. */
    private static List<String> texts(JsonNode node) {
        Stream<String> own = node.isString() ? Stream.of(node.asString()) : Stream.of();
        return Stream.concat(own, node.valueStream().flatMap(child -> texts(child).stream()))
                .filter(text -> text.length() > 8 && !text.matches("[a-z_]+"))
                .toList();
    }

    @Test
    void takesNamesThatAreNoWordsForData() {
        String draft =
                draft("{\"people\":{\"a@example.org\":{\"city\":\"Ulm\"},\"b@example.org\":{\"city\":\"Bern\"}}}");

        assertThat(draft)
                .contains("\"$.people.*\"")
                .contains("city: user.contact.address.city")
                .doesNotContain("example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kimfox\":true,\"samoak\":false}|{\"patelm\":true}",
                "{\"kimfox\":1}|{\"vip\":1,\"samoak\":2}|{\"vip\":1,\"patelm\":2}",
                "{\"kimfox\":{\"n\":1}}|{}|{\"samoak\":{\"n\":2}}",
                "{\"cus_1000017\":1}|{\"cus_1000018\":1}"
            })
    void takesNamesThatDifferFromRecordToRecordForData(String labels) {
        String[] documents = labels.split("\\|");
        for (int k = 0; k < documents.length; k++) {
            documents[k] = "[{\"id\":" + k + ",\"email\":\"a@example.org\",\"labels\":" + documents[k] + "}]";
        }

        String draft = draft(documents);

        assertThat(draft)
                .contains("\"labels.*\": { name: user.unique_id }   # decide: what the names are")
                .contains("email: user.contact.email")
                .doesNotContain("kimfox", "samoak", "patelm", "cus_1");
    }

    @Test
    void takesNamesThatCountObjectsThatAreAlikeForData() {
        String draft =
                draft("{\"cards\":{\"C-100\":{\"holder\":1,\"points\":120},\"C-200\":{\"holder\":2,\"points\":5}}}");

        assertThat(draft).contains("cards.*.holder", "cards.*.points").doesNotContain("C-100", "C-200");
    }

    @Test
    void leavesTheNumberedPartsOfASchemaAsTheyAre() {
        String draft = draft("{\"id\":1,\"email\":\"a@example.org\",\"door1\":{\"code\":1},\"door2\":{\"code\":2}}");

        assertThat(draft).contains("door1.code", "door2.code");
    }

    @Test
    void saysWhatTheFirstDecisionNeedsAboveIt() {
        String draft = draft("{\"shelf\":{\"rows\":4}}");

        assertThat(draft).containsSubsequence("# document:", "  # decide: shelf.rows: …");
    }

    @Test
    void leavesNamesThatRecordsShareAsTheyAre() {
        String draft = draft(
                "[{\"id\":1,\"email\":\"a@example.org\",\"size\":{\"shoe\":41,\"hat\":57}}]",
                "[{\"id\":2,\"city\":\"Ulm\",\"size\":{\"shoe\":42}}]",
                "[{\"id\":3,\"zip\":\"89073\",\"size\":{\"shoe\":43,\"hat\":58}}]");

        assertThat(draft).contains("size.shoe", "size.hat", "zip: user.contact.address.postal_code");
    }

    @Test
    void remarksThatARecipientMayBeAnotherPerson() {
        String draft = draft("[{\"id\":1,\"email\":\"a@example.org\",\"shipTo\":{\"city\":\"Ulm\"}}]");

        assertThat(draft)
                .contains("shipTo.city: user.contact.address.city"
                        + "   # another person? Then: { category: user.contact.address.city, subject: recipient }");
    }

    @Test
    void findsTheCustomerTheirConsentAndWhatIsLeftToDecide() {
        String draft = draft(
                "[{\"customer_id\":7,\"email\":\"a@example.org\",\"newsletter\":true,\"shoe\":41}]",
                "[{\"customer_id\":8,\"country_code\":\"DE\",\"dob\":\"1980-01-02\"}]");

        assertThat(draft)
                .contains("at: \"$[*]\"", "- customer_id", "{ at: email, namespace: email }", "country: country_code")
                .contains("birth_date: dob", "adapter: flag", "at: newsletter")
                .contains("# decide: shoe: …   (seen: number)");
    }

    @Test
    void knowsAShopifyConsentByItsMembersWhateverItIsCalled() {
        String draft = draft("[{\"id\":7,\"news\":{\"state\":\"subscribed\",\"opt_in_level\":\"single_opt_in\"}}]");

        assertThat(draft).contains("- adapter: shopify\n          at: news\n", "news.state: user.privacy_preferences");
    }

    @Test
    void anOrdersOwnNumberIsNotItsCustomer() {
        String draft = draft("{\"orders\":[{\"id\":1,\"user_id\":5,\"email\":\"a@x.org\",\"customer\":{\"id\":9}}]}");

        assertThat(draft).contains("- customer.id\n").doesNotContain("- user_id", "- id\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"friends", "emergency_contact", "Mother", "referredBy", "children"})
    void leavesPeopleWhomTheCustomerKnowsToBeDecided(String others) {
        String draft = draft("""
                [{"id": 1, "email": "kim@shop.example",
                  "%s": [{"email": "sam@mail.example", "phone": "+49 30 5550100", "first_name": "Sam", "id": 7}]}]
                """.formatted(others));

        assertThat(draft)
                .contains("      email: user.contact.email\n")
                .contains("# decide: \"" + others + "[*].email\": …   (seen: text like email; about somebody else?)")
                .contains("# decide: \"" + others + "[*].phone\": …", "# decide: \"" + others + "[*].first_name\": …")
                .doesNotContain("\n      \"" + others);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bestFriend.mail",
                "spouse_email",
                "referred_by_email",
                "sales-rep.email",
                "seller.email",
                "colleague.email",
                "next_of_kin.email",
                "cc.email"
            })
    void leavesWhatIsCalledAfterAnotherToBeDecided(String place) {
        String[] steps = place.split("\\.");
        String value = "\"sam@mail.example\"";
        String member =
                "\"" + steps[0] + "\": " + (steps.length == 1 ? value : "{\"" + steps[1] + "\": " + value + "}");

        String draft = draft("[{\"id\": 1, \"email\": \"kim@shop.example\", " + member + "}]");

        assertThat(draft).containsPattern("# decide: \"?" + place + "\"?: … .*about somebody else");
    }

    @ParameterizedTest
    @ValueSource(strings = {"family_name", "familyName", "children_count", "replacement", "represented"})
    void asksOnlyOfWordsThatMeanOthers(String name) {
        boolean asks = draft("[{\"id\": 1, \"email\": \"kim@shop.example\", \"" + name + "\": \"x\"}]")
                .contains("; about somebody else?");

        assertThat(asks).isEqualTo(name.startsWith("children"));
    }

    @Test
    void asksWhetherARecipientIsAnotherPerson() {
        String draft =
                draft("[{\"id\": 1, \"email\": \"kim@shop.example\", \"recipient_email\": \"sam@mail.example\"}]");

        assertThat(draft).contains("recipient_email: user.contact.email   # another person?");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'C-100': [{'id': 1, 'email': 'a@mail.example'}], 'C-200': [{'id': 2, 'email': 'b@mail.example'}]}",
                "{'C-100': {'of': [{'id': 1, 'tel': '+49 30 5550100'}]}, 'C-200': {'of': [{'id': 2, 'tel': '+49 30 1'}]}}",
                "{'a@mail.example': [{'id': 1, 'email': 'a@mail.example'}]}",
                "[{'team': [{'id': 1, 'email': 'a@mail.example'}]}]"
            })
    void leavesRecordsBelowWhatRepeatsToBeDecided(String document) throws Exception {
        String draft = draft(document.replace('\'', '"'));

        assertThat(draft).doesNotContain("C-100", "C-200").contains("# No place was found", "# decide:");
        Files.writeString(directory.resolve("draft.yaml"), draft);
        var loaded = new BundleLoader(Clock.systemUTC()).prepare(directory, new ThrowawayKeys());
        assertThat(loaded.loaded().model().catalogs()).hasSize(1);
    }

    @Test
    void takesNoFactFromWhomTheCustomerKnows() {
        String draft =
                draft("[{\"id\": 1, \"mother\": {\"birthday\": \"1950-01-02\", \"email\": \"a@mail.example\"}}]");

        assertThat(draft).doesNotContain("birth_date:", "namespace: email");
    }

    @Test
    void saysTheFormatOfBirthDatesWithDots() throws Exception {
        String draft = draft("[{\"id\": 1, \"birthday\": \"30.04.1988\"}, {\"id\": 2, \"birthday\": \"01.12.2001\"}]");

        assertThat(draft).contains("birth_date: { at: birthday, format: dd.MM.uuuu }");
        Files.writeString(directory.resolve("draft.yaml"), draft);
        var loaded = new BundleLoader(Clock.systemUTC()).prepare(directory, new ThrowawayKeys());
        assertThat(loaded.loaded().model().catalogs()).hasSize(1);
    }
}
