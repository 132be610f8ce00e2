package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may get a category, and all categories against all partners: at best, and only if it depends on the customer. */
final class OverviewCommandsTest {

    private static final String SHOP = "../docs/examples/shop";

    @Test
    void tellsWhoMayGetACategoryAndWhatCutsItDown() {
        // When
        CommandRun run = CommandRun.of("who", SHOP, "user.contact.address.postal_code");

        // Then
        assertThat(run.out())
                .contains("mailwerk (email_marketer, DE) for marketing.communications.email")
                .contains("newsletter/region (" + SHOP + "/policies/newsletter.yaml:25)")
                .contains("cut by newsletter/coarse-postcode")
                .contains("at most cut to its first 2 characters, always")
                .contains("paketblitz (carrier, DE) for x.delivery")
                .doesNotContain("adspree");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void tellsThatNobodyMayGetIt() {
        // When
        CommandRun run = CommandRun.of("who", SHOP, "user.government_id");

        // Then
        assertThat(run.out()).isEqualTo("nobody may get `user.government_id`\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void tellsProgramsToo() {
        // When
        CommandRun run = CommandRun.of("who", SHOP, "user.contact.email", "--format", "json");

        // Then
        JsonNode grants = new JsonMapper().readTree(run.out()).get("grants");
        assertThat(grants.size()).isPositive();
        assertThat(grants.get(0).get("terms").asString()).startsWith("if the customer agreed to");
    }

    @ParameterizedTest
    @ValueSource(strings = {"user.contact.emial", "email"})
    void refusesACategoryThatNobodyKnowsAndNamesTheOneThatWasMeant(String category) {
        // When
        CommandRun run = CommandRun.of("who", SHOP, category);

        // Then
        assertThat(run.err()).contains("unknown category").contains("did you mean `user.contact.email`?");
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void setsPartnersAgainstCategories() {
        // When
        CommandRun run = CommandRun.of("matrix", SHOP, "--format", "csv");

        // Then
        assertThat(run.out())
                .startsWith("category,adspree,mailwerk,paketblitz\r\n")
                .contains("\r\nuser.financial,forbidden,–,–\r\n")
                .contains("\r\nuser.contact.address.postal_code,–,truncate if,as_is\r\n")
                .contains("\r\nuser.contact.phone_number,–,–,as_is if\r\n")
                .contains("\r\nuser.unique_id,pseudonym if,pseudonym if,pseudonym if\r\n");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void writesAPageThatNeedsNothingElse() {
        // When
        CommandRun run = CommandRun.of("matrix", SHOP, "--format", "html");

        // Then
        assertThat(run.out())
                .startsWith("<!DOCTYPE html>")
                .contains("<th scope=\"row\">user.contact.email</th>")
                .contains("prefers-color-scheme: dark")
                .doesNotContain("<script", "http:", "https:", "url(", "@import", "<link");
    }
}
