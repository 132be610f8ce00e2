package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Problems come all at once, each with its place; the exit code tells errors from warnings. */
final class CheckCommandTest {

    private static final String WITH_TWO_ERRORS = """
            kind: Catalog
            id: customers
            records:
              - at: "$.customers[*]"
                customer:
                  id: id
                fields:
                  id: user.unique_id
                  email: user.contct.email
                  name: user.nmae
            """;

    @TempDir
    private Path directory;

    @Test
    void findsNothingWrongWithTheExample() {
        CommandRun run = CommandRun.of("check", "../docs/examples/shop");

        assertThat(run.out()).contains("3 partners");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void printsEveryErrorWithItsLineACaretAndHelp() throws IOException {
        Files.writeString(directory.resolve("customers.yaml"), WITH_TWO_ERRORS);

        CommandRun run = CommandRun.of("check", directory.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out())
                .contains(directory + "/customers.yaml:9:14: unknown-category unknown category `user.contct.email`")
                .contains("  9 |       email: user.contct.email\n    |              ^\n")
                .contains("help: did you mean `user.contact.email`?")
                .contains("customers.yaml:10:13: unknown-category")
                .endsWith("2 errors, 0 warnings\n");
    }

    @Test
    void namesOtherPlacesInHelpAsTheProblemsOwn() {
        String bundle = "../policy-config/src/test/resources/bundles/invalid/invariant-broken";

        CommandRun run = CommandRun.of("check", bundle);

        assertThat(run.out()).contains("help: `audiences` shares it at " + bundle + "/policy.yaml:11:5\n");
    }

    @Test
    void writesJsonForPrograms() throws IOException {
        Files.writeString(directory.resolve("customers.yaml"), WITH_TWO_ERRORS);

        CommandRun run = CommandRun.of("check", "--format", "json", directory.toString());

        JsonNode report = new JsonMapper().readTree(run.out());
        assertThat(report.get("errors").asInt()).isEqualTo(2);
        assertThat(report.get("problems").get(0).get("file").asString()).isEqualTo(directory + "/customers.yaml");
    }

    @Test
    void writesSarifForCodeHosts() throws IOException {
        Files.writeString(directory.resolve("customers.yaml"), WITH_TWO_ERRORS);

        CommandRun run = CommandRun.of("check", "--format", "sarif", directory.toString());

        JsonNode results =
                new JsonMapper().readTree(run.out()).get("runs").get(0).get("results");
        assertThat(results.size()).isEqualTo(2);
        assertThat(results.get(0).get("ruleId").asString()).isEqualTo("unknown-category");
    }

    @Test
    void refusesADirectoryThatIsNotThere() {
        CommandRun run = CommandRun.of("check", directory.resolve("nowhere").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.out()).contains("nowhere:1:1: no-bundle");
    }

    @Test
    void refusesAnUnknownFormat() {
        CommandRun run = CommandRun.of("check", "--format", "xml", directory.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("--format").contains("xml");
    }
}
