package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A file is filtered as a body would be; what is said about it holds no value; half a document is never left behind. */
final class FilterCommandTest {

    private static final String BUNDLE = "../docs/examples/shop";
    private static final String CUSTOMERS = BUNDLE + "/samples/shopify-customers.json";

    @TempDir
    private Path directory;

    private static CommandRun filter(String partner, String... more) {
        return CommandRun.on(
                "",
                Stream.concat(
                                Stream.of(
                                        "filter",
                                        "--bundle",
                                        BUNDLE,
                                        "--partner",
                                        partner,
                                        "--catalog",
                                        "shopify-customers"),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void writesWhatThePartnerMayHaveAndReportsByPattern() {
        CommandRun run = filter("mailwerk", "--at", "2026-11-21T10:00:00Z", CUSTOMERS);

        assertThat(run.exitCode()).isZero();
        JsonNode customers = new JsonMapper().readTree(run.out()).get("customers");
        assertThat(customers.size()).isEqualTo(1);
        assertThat(customers.get(0).propertyNames()).containsExactly("id", "email", "first_name", "default_address");
        assertThat(run.err())
                .contains("records: 1 shared, 4 withheld")
                .contains("$.customers[*].note")
                .contains("throwaway key");
    }

    @Test
    void reportsAnAddedMemberByAllPlacesInWhichItCanStand() {
        CommandRun run = ExplainCommandTest.ofNever("filter");

        assertThat(run.err()).contains("$.people[*].age_group (added), $.person.age_group (added)\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void saysOfAFileOnRecordWhereItIsWrongAndNotOfWhom() throws IOException {
        // Given
        Path known = Files.writeString(directory.resolve("known.yaml"), """
                consents:
                  - { customer: 4711, purpose: marketing.communications.email, state: givn, at: "kim fox" }
                """);

        // When
        CommandRun run = filter("mailwerk", "--consents", known.toString(), CUSTOMERS);

        // Then
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("known.yaml:2:")
                .contains("invalid-instant")
                .doesNotContain("4711", "kim fox");
    }

    @Test
    void refusesADirectoryAndWhateverIsNoFile() {
        CommandRun in = filter("mailwerk", directory.toString());
        CommandRun out = filter("mailwerk", "-o", directory.toString(), CUSTOMERS);

        assertThat(in.exitCode()).isEqualTo(2);
        assertThat(in.err()).contains("` is a directory (expected: a file)").doesNotContain("\tat ");
        assertThat(out.exitCode()).isEqualTo(2);
        assertThat(out.err()).contains("` is no regular file (expected: a file, or nothing there)");
    }

    @Test
    void writesThroughALink() throws IOException {
        // Given
        Path target = Files.writeString(directory.resolve("target.json"), "old");
        Path link = Files.createSymbolicLink(directory.resolve("link.json"), target.getFileName());

        // When
        CommandRun run = filter("mailwerk", "-o", link.toString(), CUSTOMERS);

        // Then
        assertThat(run.exitCode()).isZero();
        assertThat(link).isSymbolicLink();
        assertThat(target).content().startsWith("{").doesNotContain("old");
    }

    @Test
    void saysNoValueOfTheDocumentInItsReport() throws IOException {
        CommandRun run = filter("mailwerk", CUSTOMERS);

        assertThat(run.err()).doesNotContain("Lina", "Abendroth", "abendroth", "Kastanienallee", "04277", "880101");
    }

    @Test
    void writesNothingWhereNothingMayLeave() {
        CommandRun run = CommandRun.on(
                "{\"id\":1,\"email\":\"a@example.org\"}",
                "filter",
                "--bundle",
                BUNDLE,
                "--partner",
                "paketblitz",
                "--catalog",
                "magento-customer");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("nothing of the document may leave");
    }

    @Test
    void refusesASuspendedPartnerAsTheGatewayDoes() throws IOException {
        Files.writeString(directory.resolve("bundle.yaml"), """
                kind: Catalog
                id: people
                records:
                  - at: "$[*]"
                    fields:
                      email: user.contact.email
                ---
                kind: Partner
                id: letterbox
                role: email_marketer
                countries: [DE]
                purposes: [essential]
                status: suspended
                """);

        CommandRun run = CommandRun.on(
                "[]", "filter", "--bundle", directory.toString(), "--partner", "letterbox", "--catalog", "people");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("the partner `letterbox` is suspended");
    }

    private static final String ORDERS = """
            kind: Catalog
            id: orders
            records:
              - at: "$[*]"
                customer:
                  id: id
                  none_if: [0]
                  birth_date: born
                fields:
                  id: user.unique_id
                  mail: user.contact.email
              - at: "$[*].gift_for"
                customer: { id: id, birth_date: born }
                fields:
                  mail: user.contact.email
            ---
            kind: Partner
            id: post
            role: carrier
            countries: [DE]
            purposes: [essential.service]
            ---
            kind: Policy
            id: adults
            owner: a@shop.example
            why: Adults get a message
            review_by: 2099-01-01
            partners: { ids: [post] }
            catalogs: [orders]
            purpose: essential.service
            basis: contract
            for:
              - age: { at_least: 18 }
            share:
              - user.contact.email
              - customer: pseudonym
            """;

    private CommandRun orders(String input, String... more) throws IOException {
        Files.writeString(directory.resolve("bundle.yaml"), ORDERS);
        return CommandRun.on(
                input,
                Stream.concat(
                                Stream.of("filter", "--bundle", directory.toString(), "--partner", "post"),
                                Stream.concat(Stream.of("--catalog", "orders"), Stream.of(more)))
                        .toArray(String[]::new));
    }

    @Test
    void aNestedRecordThatIsNullSaysNothingOfThePersonAroundIt() throws IOException {
        CommandRun run = orders("""
                [{"id":7,"born":"1980-02-03","mail":"a@example.org","gift_for":null}]""");

        assertThat(run.out()).contains("\"mail\":\"a@example.org\"");
    }

    @ParameterizedTest
    @CsvSource({"0", "0.0", "-0", "0e7"})
    void whoHasThePlaceholderOfNobodyAsNumberGetsNoHandle(String id) throws IOException {
        CommandRun run = orders("[{\"id\":" + id + ",\"born\":\"1980-02-03\",\"mail\":\"a@example.org\"}]");

        assertThat(run.out()).isEqualTo("[{\"mail\":\"a@example.org\"}]");
    }

    @Test
    void aPurposeBelowOneOfThePartnersIsItsOwn() throws IOException {
        String order = "[{\"id\":7,\"born\":\"1980-02-03\",\"mail\":\"a@example.org\"}]";

        CommandRun below = orders(order, "--purpose", "essential.service.notifications");
        CommandRun above = orders(order, "--purpose", "essential");

        assertThat(below.out()).contains("a@example.org");
        assertThat(above.exitCode()).isEqualTo(2);
        assertThat(above.out()).isEmpty();
    }

    @Test
    void leavesNoFileBehindWhenTheInputIsNotJson() throws IOException {
        Path broken = directory.resolve("broken.json");
        Path output = directory.resolve("out.json");
        Files.writeString(broken, "{\"customers\": [{\"id\": 1, \"email\": tru");

        CommandRun run = filter("mailwerk", broken.toString(), "-o", output.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("the input is not JSON at byte ").contains("expected");
        try (Stream<Path> left = Files.list(directory)) {
            assertThat(left).containsExactly(broken);
        }
    }

    @Test
    void writesTheFileThatWasAskedFor() throws IOException {
        Path output = directory.resolve("out.json");

        CommandRun run = filter("adspree", CUSTOMERS, "-o", output.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(new JsonMapper()
                        .readTree(Files.readString(output))
                        .get("customers")
                        .size())
                .isEqualTo(2);
    }

    @Test
    void filtersLineByLine() {
        CommandRun run = CommandRun.on(
                "{\"customers\":[]}\n{\"customers\":[]}\n",
                "filter",
                "--ndjson",
                "--bundle",
                BUNDLE,
                "--partner",
                "mailwerk",
                "--catalog",
                "shopify-customers");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("{\"customers\":[]}\n{\"customers\":[]}\n");
    }

    @ParameterizedTest
    @CsvSource({
        "--partner, nobody, unknown partner `nobody`",
        "--catalog, nothing, nothing",
        "--purpose, marketing, is no purpose of the partner",
        "--at, yesterday, is no instant"
    })
    void refusesWhatTheBundleDoesNotKnow(String option, String value, String complaint) {
        CommandRun run = option.equals("--partner")
                ? filter(value, CUSTOMERS)
                : option.equals("--catalog")
                        ? CommandRun.of("filter", "--bundle", BUNDLE, "--partner", "mailwerk", option, value, CUSTOMERS)
                        : filter("mailwerk", option, value, CUSTOMERS);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(complaint);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'\"1\"', 1", "1, 1", "70000000000000000000000000000000000001, 70000000000000000000000000000000000001"})
    void asksWhatIsOnRecordBesideTheDocument(String customer, String id) throws IOException {
        Path record = Files.writeString(
                directory.resolve("record.yaml"),
                "consents: [ { customer: " + customer
                        + ", purpose: marketing.communications.email, channel: email, state: given,"
                        + " at: 2026-01-01T00:00:00Z, opt_in: double } ]\n");

        CommandRun run = CommandRun.on(
                "[{\"id\":" + id + ",\"email\":\"a@shop.example\"}]",
                "filter",
                "--bundle",
                "src/test/resources/suites/on-record",
                "--partner",
                "mailwerk",
                "--catalog",
                "customers",
                "--consents",
                record.toString());

        assertThat(run.out()).contains("\"email\":\"a@shop.example\"");
        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void refusesARecordThatItDoesNotUnderstand() throws IOException {
        Path record = Files.writeString(
                directory.resolve("record.yaml"), "consents: [ { customer: \"1\", purpose: news, state: yes } ]\n");

        CommandRun run = filter("mailwerk", "--consents", record.toString(), CUSTOMERS);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("record.yaml:1:").contains("unknown purpose `news`");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, text or a whole number",
        "1e2, text or a whole number",
        "-0, text or a whole number",
        "'\" 1\"', begins or ends with a space",
        "'\"1\\u200b\"', begins or ends with a space",
        "'\"crm:\\u00a01\"', begins or ends with a space",
        "'\"email: \"', begins or ends with a space",
        "true, expected: text",
        "[1], expected: text"
    })
    void refusesACustomerOnRecordWhoseIdIsNotWhatItSays(String customer, String expected) throws IOException {
        Path record = Files.writeString(
                directory.resolve("record.yaml"),
                "consents: [ { customer: " + customer
                        + ", purpose: marketing.communications.email, state: given } ]\n");

        CommandRun run = filter("mailwerk", "--consents", record.toString(), CUSTOMERS);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("record.yaml:1:25: ", "`customer` ", expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "-0", "\" 1\"", "\"crm: 1\""})
    void refusesFactsOfACustomerWhomNoRecordCanName(String customer) throws IOException {
        Path record =
                Files.writeString(directory.resolve("record.yaml"), "facts: { " + customer + ": { country: DE } }\n");

        CommandRun run = filter("mailwerk", "--consents", record.toString(), CUSTOMERS);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("record.yaml:1:10: wrong-value a customer of `facts` ");
    }

    @Test
    void refusesAFactOnRecordThatNobodyCanReadAndDoesNotShowIt() throws IOException {
        Path record = Files.writeString(
                directory.resolve("record.yaml"),
                "facts: { \"1\": { country: Atlantis, attributes: { tier: \"gold \" } } }\n");

        CommandRun run = filter("mailwerk", "--consents", record.toString(), CUSTOMERS);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err())
                .contains("record.yaml:1:26: unreadable-fact `country` ", "record.yaml:1:56: unreadable-fact `tier` ")
                .doesNotContain("Atlantis", "gold");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"1.0\"", "\"gid://shopify/Customer/1\"", "\"a\\u200bb\"", "\"email: Kim@shop.example \"", "0"})
    void takesAnyCustomerOnRecordWhomARecordCanName(String customer) throws IOException {
        Path record = Files.writeString(
                directory.resolve("record.yaml"),
                "consents: [ { customer: " + customer
                        + ", purpose: marketing.communications.email, state: given } ]\n");

        CommandRun run = filter("mailwerk", "--consents", record.toString(), CUSTOMERS);

        assertThat(run.exitCode()).as(run.err()).isZero();
    }

    @Test
    void refusesAFileThatIsNotThere() {
        CommandRun run = filter("mailwerk", "nowhere.json");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("cannot read `nowhere.json`");
    }
}
