package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every field has its rules and, where it stays, what would let it leave; no value is ever said. */
final class ExplainCommandTest {

    private static final String BUNDLE = "src/test/resources/suites/failing";
    private static final String CUSTOMERS = BUNDLE + "/samples/customers.json";

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
        CommandRun run = CommandRun.of(
                "explain",
                "--bundle",
                "src/test/resources/overviews/never",
                "--partner",
                "mailer",
                "--catalog",
                "people",
                "--path",
                "$.people[*].name",
                "src/test/resources/overviews/person.json");

        // Then
        assertThat(run.out())
                .contains("        it is not so that the customer is younger than 10\n")
                .contains("      leaves of no customer\n")
                .doesNotContain("would leave");
    }

    @Test
    void explainsAMemberThatIsAdded() {
        // When
        CommandRun run = CommandRun.of(
                "explain",
                "--bundle",
                "src/test/resources/overviews/never",
                "--partner",
                "mailer",
                "--catalog",
                "people",
                "--path",
                "$.person.age_group",
                "src/test/resources/overviews/person.json");

        // Then
        assertThat(run.out()).contains("  age_band   age_group (added) ").doesNotContain("mail ", "$.person.age_group");
    }

    @Test
    void saysOfANameThatItStaysWithItsMember() {
        // When
        CommandRun run = CommandRun.of(
                "explain",
                "--bundle",
                "src/test/resources/overviews/never",
                "--partner",
                "mailer",
                "--catalog",
                "people",
                "src/test/resources/overviews/person.json");

        // Then
        assertThat(run.out()).contains("  stays      friends.* (name)").contains("  as_is      mail ");
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
}
