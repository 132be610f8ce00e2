package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mistyped level does not open the log wide. */
final class LogLevelsTest {

    private final Map<Object, Object> properties = new HashMap<>();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private String settle(String level) {
        LogLevels.settle(Map.of("SLUICE_LOG", level), properties, new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anUnknownLevelCountsAsInfoAndIsTold() {
        String told = settle("wran");

        assertThat(properties).containsExactly(Map.entry("SLUICE_LOG", "INFO"));
        assertThat(told.lines())
                .containsExactly("sluice: `SLUICE_LOG` is `wran` and counts as `INFO` (expected: `TRACE`, `DEBUG`,"
                        + " `INFO`, `WARN`, `ERROR`, `OFF`)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF", "warn"})
    void aLevelIsLeftAsItIs(String level) {
        String told = settle(level);

        assertThat(properties).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void anEmptyOneCountsAsNone() {
        String told = settle("");

        assertThat(properties).containsExactly(Map.entry("SLUICE_LOG", "INFO"));
        assertThat(told).isEmpty();
    }
}
