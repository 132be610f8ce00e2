package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** {@code sluice schema} prints what an editor reads. */
final class SchemaCommandTest {

    private static final JsonMapper JSON = new JsonMapper();

    @TempDir
    private Path directory;

    @Test
    void printsOneSchemaForDocumentsOfAllKinds() {
        // When
        CommandRun run = CommandRun.of("schema");

        // Then
        JsonNode schema = JSON.readTree(run.out());
        assertThat(schema.path("$schema").stringValue()).isEqualTo("http://json-schema.org/draft-07/schema#");
        assertThat(schema.at("/properties/kind/enum").toString())
                .contains("\"Policy\"")
                .contains("\"Test\"");
        assertThat(run.exitCode()).isZero();
        assertThat(run.err()).isEmpty();
    }

    @Test
    void printsThatOfOneKindWithWhatItNeedsOnly() {
        // When
        JsonNode schema =
                JSON.readTree(CommandRun.of("schema", "--kind", "Partner").out());

        // Then
        assertThat(schema.at("/allOf/0/$ref").stringValue()).isEqualTo("#/definitions/partner");
        assertThat(schema.path("definitions").has("transfer")).isTrue();
        assertThat(schema.path("definitions").has("policy")).isFalse();
    }

    @Test
    void printsThatOfTheGatewaysFile() {
        // When
        JsonNode schema = JSON.readTree(CommandRun.of("schema", "--gateway").out());

        // Then
        assertThat(schema.at("/definitions/route/properties").has("upstream")).isTrue();
    }

    @Test
    void printsThatOfWhatIsOnRecord() {
        // When
        JsonNode schema = JSON.readTree(CommandRun.of("schema", "--consents").out());

        // Then
        assertThat(schema.path("definitions").has("recorded-consent")).isTrue();
    }

    @Test
    void writesAFile() throws Exception {
        // Given
        Path file = directory.resolve("sluice.schema.json");

        // When
        CommandRun run = CommandRun.of("schema", "-o", file.toString());

        // Then
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(CommandRun.of("schema").out());
    }

    @Test
    void refusesAKindThatNobodyKnows() {
        // When
        CommandRun run = CommandRun.of("schema", "--kind", "Polocy");

        // Then
        assertThat(run.err()).contains("unknown kind `Polocy`").contains("did you mean `Policy`?");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }

    @Test
    void refusesTwoSubjectsAtOnce() {
        // When
        CommandRun run = CommandRun.of("schema", "--gateway", "--kind", "Policy");

        // Then
        assertThat(run.err()).contains("mutually exclusive");
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
