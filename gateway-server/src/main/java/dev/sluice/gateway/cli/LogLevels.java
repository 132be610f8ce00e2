package dev.sluice.gateway.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The levels of the log in the environment: one that is not known counts as INFO, where Logback would take DEBUG. */
final class LogLevels {

    private static final List<String> VARIABLES = List.of("SLUICE_LOG", "SLUICE_EXCHANGE_LOG");
    private static final List<String> LEVELS = List.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR", "OFF");
    private static final String STANDARD = "INFO";

    private LogLevels() {}

    /**
     * Says what is not a level. Called before anything is logged.
     *
     * @param properties what stands in it goes before the environment
     */
    static void settle(Map<String, String> environment, Map<Object, Object> properties, PrintStream err) {
        for (String variable : VARIABLES) {
            String level = environment.get(variable);
            if (level == null || LEVELS.contains(level.strip().toUpperCase(Locale.ROOT))) {
                continue;
            }
            properties.putIfAbsent(variable, STANDARD);
            if (!level.isBlank()) {
                err.println("sluice: `" + variable + "` is `" + level + "` and counts as `" + STANDARD
                        + "` (expected: `" + String.join("`, `", LEVELS) + "`)");
            }
        }
    }
}
