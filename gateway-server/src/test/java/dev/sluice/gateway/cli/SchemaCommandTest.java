package dev.sluice.gateway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
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
    void saysPlainlyThatTheOutputWasClosedEarly() {
        // Given
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();

        // When
        int exitCode = SluiceCommand.execute(
                new Terminal(InputStream.nullInputStream(), closed, new PrintStream(err, true, UTF_8), false),
                "schema");

        // Then
        assertThat(exitCode).isEqualTo(ExitCode.REFUSED.code());
        assertThat(err.toString(UTF_8)).isEqualTo("""
                sluice: the output cannot be written to its end
                help: was it closed early, or is the disk full?
                """);
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
