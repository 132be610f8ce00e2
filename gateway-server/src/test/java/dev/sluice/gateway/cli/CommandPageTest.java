package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The page on commands and the program have the same commands with the same options. */
final class CommandPageTest {

    private static final Path PAGE = Path.of("../docs/operations/commands.md");
    private static final Pattern NAME = Pattern.compile("`([^`]+)`");
    private static final Set<String> EVERYWHERE = Set.of("-h", "--help", "-V", "--version");

    @Test
    void thePageListsTheProgramsOptions() throws IOException {
        assertThat(documented()).isEqualTo(offered());
    }

    private static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> commands = new TreeMap<>();
        for (String section : Files.readString(PAGE).split("(?m)^## sluice ")) {
            String command = section.lines().findFirst().orElse("");
            Set<String> options = new TreeSet<>();
            section.lines().filter(line -> line.startsWith("| `")).forEach(line -> {
                Matcher name = NAME.matcher(line.substring(0, line.indexOf('|', 1)));
                while (name.find()) {
                    options.add(name.group(1));
                }
            });
            if (!command.startsWith("#")) {
                commands.put(command, options);
            }
        }
        return commands;
    }

    private static Map<String, Set<String>> offered() {
        Map<String, Set<String>> commands = new TreeMap<>();
        offered(SluiceCommand.commandLine(Terminal.ofProcess()), "", commands);
        return commands;
    }

    /** A command that only leads to others needs no section. */
    private static void offered(CommandLine line, String prefix, Map<String, Set<String>> commands) {
        line.getSubcommands().forEach((name, command) -> {
            if (command.getSubcommands().isEmpty()) {
                commands.put(prefix + name, options(command.getCommandSpec()));
            } else {
                offered(command, prefix + name + " ", commands);
            }
        });
    }

    private static Set<String> options(CommandSpec spec) {
        Set<String> names = new TreeSet<>();
        spec.options().stream()
                .filter(option -> !option.hidden())
                .map(option -> Arrays.asList(option.names()))
                .flatMap(List::stream)
                .forEach(names::add);
        spec.positionalParameters().forEach(parameter -> names.add(parameter.paramLabel()));
        names.removeAll(EVERYWHERE);
        return names;
    }
}
