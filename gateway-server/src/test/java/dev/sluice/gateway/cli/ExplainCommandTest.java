package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every field has its rules and, where it stays, what would let it leave; no value is ever said. */
final class ExplainCommandTest {

    private static final String BUNDLE = "src/test/resources/suites/failing";
    private static final String CUSTOMERS = BUNDLE + "/samples/customers.json";

    @TempDir
    private Path directory;

    private static CommandRun explain(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "explain",
                "--bundle",
                BUNDLE,
                "--partner",
                "mailwerk",
                "--catalog",
                "customers",
                "--at",
                "2026-11-21T10:00:00Z"));
        arguments.addAll(List.of(more));
        arguments.add(CUSTOMERS);
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    @Test
    void saysWhatWouldLetAFieldLeave() {
        // When
        CommandRun run = explain("--customer", "2", "--path", "$.customers[0].first");

        // Then
        assertThat(run.out())
                .contains("record 3 ($.customers[*]): leaves")
                .contains("forbidden: a rule forbids it")
                .contains("refused by condition: newsletter/adults (" + BUNDLE + "/bundle.yaml:57)")
                .contains("        nobody knows whether the customer is 18 or older\n")
                .contains("        nobody knows whether the customer is 16 or older\n")
                .contains("      would leave of the same customer, but ")
                .doesNotContain("record 1", "record 4");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void asksForTheConsentThatIsMissing() {
        // When
        CommandRun run = explain("--customer", "3", "--path", "$.customers[*].email");

        // Then
        assertThat(run.out())
                .contains("record 4 ($.customers[*]): stays, no_consent")
                .contains("it is not so that the customer agreed to `marketing.communications.email` by email\n")
                .contains(
                        "would leave of the same customer, but who agreed to `marketing.communications.email` by email\n")
                .doesNotContain("nobody knows");
    }

    @Test
    void refusesACustomerOfWhomTheDocumentHasNoRecord() {
        CommandRun run = explain("--customer", "email:nobody@shop.example");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("no record of the document has the id of `--customer`")
                .doesNotContain("nobody@shop.example");
    }

    @Test
    void looksForTheNearestCustomerOfTheExampleShop() {
        // When
        CommandRun run = CommandRun.of(
                "explain",
                "--bundle",
                "../docs/examples/shop",
                "--partner",
                "mailwerk",
                "--catalog",
                "shopify-customers",
                "--at",
                "2026-11-21T10:00:00Z",
                "--path",
                "$.customers[*].email",
                "../docs/examples/shop/samples/shopify-customers.json");

        // Then
        assertThat(run.out().lines().filter(line -> line.startsWith("      would leave of ")))
                .containsExactly(
                        "      would leave of the same customer, but who agreed to `marketing.communications.email` by email "
                                + "and confirmed it",
                        "      would leave of the same customer, but 21 years old",
                        "      would leave of the same customer, but in Germany",
                        "      would leave of the same customer, but 21 years old, and who agreed to "
                                + "`marketing.communications.email` by email and confirmed it");
    }

    @Test
    void promisesNothingThatNoCustomerCouldMeet() {
        // When
        CommandRun run = ofNever("explain", "--path", "$.people[*].name");

        // Then
        assertThat(run.out())
                .contains("        it is not so that the customer is younger than 10\n")
                .contains("      leaves of no customer\n")
                .doesNotContain("would leave");
    }

    @Test
    void explainsAMemberThatIsAdded() {
        // When
        CommandRun run = ofNever("explain", "--path", "$.person.age_group");

        // Then
        assertThat(run.out()).contains("  age_band   age_group (added) ").doesNotContain("mail ", "$.person.age_group");
    }

    @Test
    void saysOfANameThatItStaysWithItsMember() {
        // When
        CommandRun run = ofNever("explain");

        // Then
        assertThat(run.out()).contains("  stays      friends.* (name)").contains("  as_is      mail ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "email:kim@shop.example", "email: Kim@Shop.example"})
    void findsARecordByEachOfItsIds(String customer) {
        // When
        CommandRun run = CommandRun.on(
                "[{\"id\":5,\"email\":\"bo@shop.example\"},{\"id\":7,\"email\":\"Kim@shop.example\"}]",
                "explain",
                "--bundle",
                "src/test/resources/suites/on-record",
                "--partner",
                "mailwerk",
                "--catalog",
                "customers",
                "--customer",
                customer);

        // Then
        assertThat(run.out()).contains("record 2 ($[*]): ").doesNotContain("record 1");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void findsARecordThatIsKeptBackWithTheOneAroundIt() throws IOException {
        // When
        CommandRun run = explained(
                "[{\"mail\":\"a@x.example\",\"born\":1,\"born\":2,\"friends\":[{\"mail\":\"b@x.example\"}]}]",
                "--customer",
                "email:b@x.example");

        // Then
        assertThat(run.out())
                .contains("record 2 ($[*].friends[*]): stays, enclosing_withheld: ")
                .doesNotContain("record 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {" 7", "7\u200b", "email:"})
    void refusesACustomerWhomNoRecordCanName(String customer) {
        // When
        CommandRun run = explain("--customer", customer);

        // Then
        assertThat(run.err()).contains("`--customer` begins or ends with a space, or with what cannot be seen");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void tellsARuleOnceThatSpeaksOfManyPlaces() throws IOException {
        // Given
        Files.writeString(directory.resolve("bundle.yaml"), """
                kind: Catalog
                id: people
                records:
                  - at: "$[*]"
                    customer: { id: id, birth_date: born }
                    fields:
                      id: user.unique_id
                      mail: user.contact.email
                      first: user.name.first
                      last: user.name.last
                ---
                kind: Partner
                id: counter
                role: analytics
                countries: [DE]
                purposes: [analytics.reporting]
                ---
                kind: Policy
                id: counting
                owner: privacy@shop.example
                why: Who is who
                review_by: 2099-01-01
                partners: { roles: [analytics] }
                catalogs: [people]
                purpose: analytics.reporting
                basis: contract
                share: [user.contact.email, user.name, customer: pseudonym]
                forbid:
                  - { id: no-children, categories: [user], unless: { age: { at_least: 16 } } }
                """);

        // When
        CommandRun run = CommandRun.on(
                "[{\"id\":1,\"born\":\"2020-01-01\",\"first\":\"Kim\"}]",
                "explain",
                "--bundle",
                directory.toString(),
                "--partner",
                "counter",
                "--catalog",
                "people");

        // Then
        String place = directory + "/bundle.yaml:";
        assertThat(run.out())
                .contains("  stays      first                            user.name.first\n"
                        + "  stays      last                             user.name.last\n"
                        + "      forbidden: a rule forbids it\n")
                .contains("      held: counting/no-children (" + place + "29) forbids user\n"
                        + "        unless it is certain that the customer is 16 or older\n")
                .contains("      held: counting/no-children (" + place + "29), as above\n")
                .containsOnlyOnce("it is not so that the customer is 16 or older");
    }

    @Test
    void saysNoValue() {
        // When
        CommandRun run = explain();

        // Then
        assertThat(run.out() + run.err())
                .contains("record 4")
                .doesNotContain("ada@", "Ada", "1990", "89073", "598", "bo@", "throwaway.");
    }

    @Test
    void writesJsonForPrograms() {
        // When
        CommandRun run = explain("--customer", "2", "--path", "$.customers[*].first", "--format", "json");

        // Then
        JsonNode field =
                new JsonMapper().readTree(run.out()).get(0).get("fields").get(0);
        assertThat(field.get("path").asString()).isEqualTo("first");
        assertThat(field.get("reason").asString()).isEqualTo("forbidden");
        assertThat(field.get("would_leave_of_the_same_but").size()).isPositive();
        assertThat(field.get("leaves_of_nobody").asBoolean()).isFalse();
        JsonNode rule = field.get("rules").get(0);
        assertThat(rule.get("outcome").asString()).isEqualTo("condition_not_met");
        assertThat(rule.get("lacks").get(0).get("known").asBoolean()).isFalse();
    }

    @Test
    void refusesAPlaceThatTheCatalogDoesNotHave() {
        // When
        CommandRun run = explain("--path", "$.customers[*].frist");

        // Then
        assertThat(run.err())
                .contains("the catalog has nothing at `$.customers[*].frist`")
                .contains("did you mean `$.customers[*].first`?");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    /** Runs a command on a bundle some of whose rules nobody can meet. */
    static CommandRun ofNever(String command, String... more) {
        List<String> arguments = new ArrayList<>(List.of(command, "--bundle", "src/test/resources/overviews/never"));
        arguments.addAll(List.of("--partner", "mailer", "--catalog", "people"));
        arguments.addAll(List.of(more));
        arguments.add("src/test/resources/overviews/person.json");
        return CommandRun.of(arguments.toArray(String[]::new));
    }

    private CommandRun explained(String document, String... more) throws IOException {
        Files.writeString(directory.resolve("bundle.yaml"), """
                kind: Catalog
                id: people
                records:
                  - at: "$[*]"
                    customer: { id: { at: mail, namespace: email } }
                    fields:
                      mail: user.contact.email
                      born: user.demographic.date_of_birth
                      "days[*]": user.demographic.date_of_birth
                  - at: "$[*].friends[*]"
                    customer: { id: { at: mail, namespace: email } }
                    fields: { mail: user.contact.email }
                ---
                kind: Partner
                id: counter
                role: analytics
                countries: [DE]
                purposes: [analytics.reporting]
                ---
                kind: Policy
                id: counting
                owner: privacy@shop.example
                why: Who lives where
                review_by: 2099-01-01
                partners: { roles: [analytics] }
                catalogs: [people]
                purpose: analytics.reporting
                basis: contract
                share:
                  - user.contact.email
                  - user.demographic.date_of_birth: { date_part: year }
                """);
        List<String> arguments = new ArrayList<>(List.of("explain", "--bundle", directory.toString()));
        arguments.addAll(List.of("--partner", "counter", "--catalog", "people"));
        arguments.addAll(List.of(more));
        return CommandRun.on(document, arguments.toArray(String[]::new));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "[{\"mail\":\"a@x.example\",\"born\":1,\"born\":2}] | duplicate_member",
                "[{\"mail\":\"a@x.example\",\"mail\":\"b@x.example\"}] | duplicate_member",
                "[{\"mail\":\"a@x.example\",\"born\":\"\\ud800\"}] | lone_surrogate"
            })
    void saysThatTheEngineWithholdsARecord(String document, String fault) throws IOException {
        // When
        CommandRun run = explained(document);

        // Then
        assertThat(run.out())
                .contains("record 1 ($[*]): stays, " + fault + ": ")
                .contains("  stays      mail ")
                .doesNotContain("as_is ", "date_part ", "would leave");
    }

    @Test
    void saysWhyARecordStaysInsideOneThatTheEngineWithholds() throws IOException {
        // When
        CommandRun run = explained(
                "[{\"mail\":\"a@x.example\",\"born\":1,\"born\":2," + "\"friends\":[{\"mail\":\"b@x.example\"}]}]");

        // Then
        assertThat(run.out()).contains("record 2 ($[*].friends[*]): stays, enclosing_withheld: ");
    }

    @Test
    void tellsOfARecordThatIsTooLarge() throws IOException {
        // When
        CommandRun run = explained("[{\"mail\":\"a@x.example\",\"born\":\"" + "1".repeat(2 << 20) + "\"}]");

        // Then
        assertThat(run.out()).isEqualTo("""
                a record that is not numbered: stays, record_too_large: the record is larger than the limit
                """);
    }

    @Test
    void saysThatAFormCannotApply() throws IOException {
        // When
        CommandRun run =
                explained("[{\"mail\":\"a@x.example\",\"born\":\"unknown\",\"days\":[\"1990-01-01\",\"one\"]}]");

        // Then
        assertThat(run.out())
                .contains("record 1 ($[*]): leaves")
                .containsSubsequence("  stays      born ", "      form_cannot_apply: ")
                .containsSubsequence("  date_part  days[*] ", "      some values stay, form_cannot_apply: ")
                .doesNotContain("would leave");
    }

    @Test
    void findsACustomerByAnIdOfANamespace() throws IOException {
        // Given
        explained("[]");

        // When
        CommandRun run = CommandRun.on(
                "[{\"mail\":\"a@x.example\"},{\"mail\":\"b@x.example\"}]",
                "explain",
                "--bundle",
                directory.toString(),
                "--partner",
                "counter",
                "--catalog",
                "people",
                "--customer",
                "email:B@x.example");

        // Then
        assertThat(run.out()).contains("record 2 ($[*]): leaves").doesNotContain("record 1");
    }
}
