package dev.sluice.gateway.starter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.cli.CommandRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every bundle that is shipped is clean and passes its own tests, and says what it lets out in the words written down here. */
final class ExampleBundlesTest {

    private static final String EXAMPLES = "../docs/examples/";

    @ParameterizedTest
    @ValueSource(strings = {"starter", "shop"})
    void isClean(String bundle) {
        CommandRun run = CommandRun.of("check", "--strict", EXAMPLES + bundle);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"starter", "shop"})
    void passesItsOwnTests(String bundle) {
        CommandRun run = CommandRun.of("test", EXAMPLES + bundle);

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"starter", "shop"})
    void itsMatrixIsTheOneWrittenDown(String bundle) throws IOException {
        CommandRun run = CommandRun.of("matrix", EXAMPLES + bundle);

        assertThat(run.out()).isEqualTo(golden(bundle + ".matrix.txt"));
    }

    @ParameterizedTest
    @CsvSource({"starter, user.contact.phone_number", "starter, user.contact.email", "shop, user.contact.phone_number"})
    void whoMayGetItIsWrittenDown(String bundle, String category) throws IOException {
        CommandRun run = CommandRun.of("who", EXAMPLES + bundle, category);

        assertThat(run.out()).isEqualTo(golden(bundle + "." + category + ".txt"));
    }

    private static String golden(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ExampleBundlesTest.class.getResourceAsStream("/starter/golden/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
