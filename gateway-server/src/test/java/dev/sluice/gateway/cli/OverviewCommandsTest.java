package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Who may get a category, and all categories against all partners: at best, and only if it depends on the customer. */
final class OverviewCommandsTest {

    private static final String SHOP = "../docs/examples/shop";
    private static final String NEVER = "src/test/resources/overviews/never";
    private static final String NAMELESS = "src/test/resources/overviews/nameless";

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
    void saysOfARuleThatNobodyMeetsThatItNeverLetsAnythingOut() {
        // When
        CommandRun run = CommandRun.of("who", NEVER, "user.name");

        // Then
        assertThat(run.out())
                .contains("post/old-children (" + NEVER + "/shop.yaml:")
                .contains("    no customer can be so: it never leaves by this rule\n");
    }

    @Test
    void leavesOutANameWhoseMemberStays() {
        // When
        CommandRun run = CommandRun.of("who", NEVER, "user.contact.email");

        // Then
        assertThat(run.out()).contains("    in people: $.people[*].mail, $.person.mail\n");
    }

    @Test
    void saysOfWhatStandsBelowANameOfWhichNothingIsLeftThatItNeverLeaves() {
        // When
        CommandRun who = CommandRun.of("who", NAMELESS, "user.behavior");
        CommandRun filter = CommandRun.of(
                "filter",
                "--bundle",
                NAMELESS,
                "--partner",
                "mailer",
                "--catalog",
                "people",
                "src/test/resources/overviews/person.json");

        // Then
        assertThat(who.out()).contains("it never leaves by this rule\n");
        assertThat(filter.out()).contains("\"id\"").doesNotContain("friends", "null");
    }

    @Test
    void namesAllPlacesOfAMemberThatIsAdded() {
        // When
        CommandRun run = CommandRun.of("who", NEVER, "user.demographic.date_of_birth");

        // Then
        assertThat(run.out()).contains("    in people: $.people[*].age_group (added), $.person.age_group (added)\n");
    }

    @Test
    void countsOnlyWhatLeavesOfSomebody() {
        // When
        CommandRun run = CommandRun.of("matrix", NEVER, "--format", "csv");

        // Then
        assertThat(run.out())
                .contains("\r\nuser.name,–\r\n")
                .contains("\r\nuser.contact.email,as_is\r\n")
                .contains("\r\nuser.contact.phone_number,as_is if\r\n");
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
    void saysOfASuspendedPartnerThatItGetsNothingForNow(@TempDir Path directory) throws IOException {
        // Given
        String bundle = Files.readString(Path.of(NEVER, "shop.yaml"));
        Files.writeString(
                directory.resolve("bundle.yaml"), bundle.replaceFirst("(?m)^role: ", "status: suspended\nrole: "));

        // When
        CommandRun run = CommandRun.of("matrix", directory.toString());

        // Then
        assertThat(run.out()).contains("(suspended)");
    }

    @Test
    void endsAsRefusedWhereItsOutputCannotBeWritten() {
        // Given
        OutputStream full = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("no space left");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(), full, new PrintStream(err, true, StandardCharsets.UTF_8), false);

        // When
        int exitCode = SluiceCommand.execute(terminal, "matrix", SHOP);

        // Then
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("the output cannot be written to its end");
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
