package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The customer of whom a field would leave is one of whom it does leave. */
final class ExplainNearestTest {

    private static final String WOULD = "      would leave of the same customer, but ";

    @TempDir
    private Path directory;

    @BeforeEach
    void writeBundle() throws IOException {
        Files.createDirectory(directory.resolve("bundle"));
        Files.writeString(directory.resolve("bundle/bundle.yaml"), """
                kind: Catalog
                id: people
                records:
                  - at: "$[*]"
                    customer:
                      id: id
                      birth_date: born
                      consents:
                        - { adapter: flag, at: news, purpose: marketing.communications.email }
                        - { adapter: flag, at: all, purpose: marketing }
                    fields:
                      id: user.unique_id
                      phone: user.contact.phone_number
                      land: user.contact.address.country
                  - at: "$[*].to[*]"
                    customer:
                      id: id
                      birth_date: born
                      consents:
                        - { adapter: flag, at: news, purpose: marketing.communications.email }
                    fields: { id: user.unique_id, phone: user.contact.phone_number }
                ---
                kind: Partner
                id: mailwerk
                role: email_marketer
                countries: [DE]
                purposes: [marketing.communications.email]
                ---
                kind: Policy
                id: newsletter
                owner: privacy@shop.example
                why: Who agreed gets the newsletter
                review_by: 2099-01-01
                partners: { roles: [email_marketer] }
                catalogs: [people]
                purpose: marketing.communications.email
                basis: consent
                for: [{ age: { at_least: 18 } }]
                share: [user.contact.phone_number]
                ---
                kind: Policy
                id: lands
                owner: privacy@shop.example
                why: Where customers live
                review_by: 2099-01-01
                partners: { roles: [email_marketer] }
                catalogs: [people]
                purpose: marketing.communications.email
                basis: contract
                share: [user.contact.address.country]
                """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            {}                            | who agreed to `marketing.communications.email`
            {'news':false}                | who agreed to `marketing.communications.email`
            {'all':false}                 | who agreed to `marketing.communications.email` and no longer refuses `marketing`
            {'news':false,'all':false}    | who agreed to `marketing.communications.email` and no longer refuses `marketing`
            {'news':true,'all':false}     | who no longer refuses `marketing`
            """)
    void saysWhichNoStandsInTheWay(String said, String nearest) {
        // When
        CommandRun run = explain("[" + person(said, "1990-01-01") + "]");

        // Then
        assertThat(run.out().lines()).contains(WOULD + nearest);
    }

    @Test
    void takesANoBackTogetherWithAnotherFact() {
        // When
        CommandRun run = explain("[" + person("{'news':true,'all':false}", "2020-01-01") + "]");

        // Then
        assertThat(run.out().lines().filter(line -> line.startsWith(WOULD)))
                .singleElement()
                .asString()
                .contains("18 years old", ", and ", "who no longer refuses `marketing`")
                .doesNotContain("agreed");
    }

    @ParameterizedTest
    @CsvSource({
        "state: withdrawn, who no longer refuses `marketing` on record",
        "state: pending, who no longer gives an unclear answer about `marketing` on record"
    })
    void saysThatItStandsOnRecord(String state, String nearest) throws IOException {
        // Given
        Path consents = Files.writeString(directory.resolve("consents.yaml"), """
                consents:
                  - { customer: 4, purpose: marketing, %s }
                """.formatted(state));

        // When
        CommandRun run = explain("[" + person("{'news':true}", "1990-01-01") + "]", "--consents", consents.toString());

        // Then
        assertThat(run.out().lines()).contains(WOULD + nearest);
    }

    @Test
    void takesTheYesOfAGuestAroundForNobodyElse() {
        // Given
        String around = "{\"born\":\"1990-01-01\",\"news\":true,\"to\":[" + person("{}", "1990-01-01") + "]}";

        // When
        CommandRun run = explain("[" + around + "]", "--customer", "4");

        // Then
        assertThat(run.out().lines().filter(line -> line.startsWith(WOULD)))
                .containsExactly(WOULD + "who agreed to `marketing.communications.email`");
    }

    @Test
    void saysThatANoStandsInTheRecordAround() {
        // Given
        String around =
                "{\"born\":\"1990-01-01\",\"land\":\"DE\",\"news\":false,\"to\":[" + person("{}", "1990-01-01") + "]}";

        // When
        CommandRun run = explain("[" + around + "]", "--customer", "4");

        // Then
        assertThat(run.out().lines())
                .contains(WOULD + "who agreed to `marketing.communications.email` and no longer refuses "
                        + "`marketing.communications.email`");
    }

    /** @param said further members, with single quotes */
    private static String person(String said, String born) {
        String members = said.substring(1, said.length() - 1).replace('\'', '"');
        return "{\"id\":4,\"phone\":\"1\",\"born\":\"" + born + "\"" + (members.isEmpty() ? "" : "," + members) + "}";
    }

    private CommandRun explain(String document, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "explain",
                "--bundle",
                directory.resolve("bundle").toString(),
                "--partner",
                "mailwerk",
                "--catalog",
                "people",
                "--at",
                "2026-11-21T10:00:00Z"));
        arguments.addAll(List.of(more));
        return CommandRun.on(document, arguments.toArray(String[]::new));
    }
}
