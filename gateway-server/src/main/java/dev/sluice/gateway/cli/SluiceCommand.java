package dev.sluice.gateway.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** {@code sluice}: the entry of the program and the list of its commands. */
@Command(
        name = "sluice",
        mixinStandardHelpOptions = true,
        versionProvider = SluiceCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        header = "Lets each partner of a shop have exactly the customer data it may have, and nothing else.",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "Exit codes: 0 done, 1 findings, 2 refused (a wrong argument, a bad bundle, bad input), 3 widened.",
            "Start with `sluice demo`; each command explains itself with --help."
        })
public final class SluiceCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    public static void main(String[] arguments) {
        Terminal terminal = Terminal.ofProcess();
        LogLevels.settle(System.getenv(), System.getProperties(), terminal.err());
        System.exit(execute(terminal, arguments));
    }

    /** By name, in the order of the help. */
    private static Map<String, Function<Terminal, Object>> commands() {
        Map<String, Function<Terminal, Object>> commands = new LinkedHashMap<>();
        commands.put("demo", DemoCommand::new);
        commands.put("run", RunCommand::new);
        commands.put("check", CheckCommand::new);
        commands.put("test", TestCommand::new);
        commands.put("filter", FilterCommand::new);
        commands.put("explain", ExplainCommand::new);
        commands.put("who", WhoCommand::new);
        commands.put("matrix", MatrixCommand::new);
        commands.put("diff", DiffCommand::new);
        commands.put("schema", SchemaCommand::new);
        commands.put("bundle", BundleCommand::of);
        commands.put("catalog", CatalogCommand::of);
        return commands;
    }

    /** Runs one command and returns its exit code. Nothing is thrown. */
    static int execute(Terminal terminal, String... arguments) {
        Map<String, Function<Terminal, Object>> commands = commands();
        if (arguments.length > 0 && commands.containsKey(arguments[0])) {
            // Nothing is said of the others then, and to describe them all takes longer than many a command.
            commands.keySet().retainAll(Set.of(arguments[0]));
        }
        return commandLine(terminal, commands).execute(arguments);
    }

    /** All commands and their options, as the documentation's test reads them. */
    static CommandLine commandLine(Terminal terminal) {
        return commandLine(terminal, commands());
    }

    private static CommandLine commandLine(Terminal terminal, Map<String, Function<Terminal, Object>> commands) {
        CommandLine line = new CommandLine(new SluiceCommand());
        commands.forEach((name, command) -> line.addSubcommand(name, command.apply(terminal)));
        line.setOut(new PrintWriter(terminal.out(), true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(terminal.err(), true, StandardCharsets.UTF_8))
                .setColorScheme(CommandLine.Help.defaultColorScheme(terminal.interactive() ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(100)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(SluiceCommand::refuse)
                .setExecutionExceptionHandler((failure, command, parsed) -> fail(terminal, failure));
        line.getSubcommands().values().forEach(SluiceCommand::explained);
        return line;
    }

    private static void explained(CommandLine command) {
        command.getCommandSpec().mixinStandardHelpOptions(true).versionProvider(new Version());
        command.getSubcommands().values().forEach(SluiceCommand::explained);
    }

    /** Called when no command is named: there is nothing that could be meant. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int refuse(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        err.println("sluice: " + reason(failure));
        if (failure instanceof UnmatchedArgumentException unmatched) {
            unmatched.getSuggestions().stream()
                    .findFirst()
                    .ifPresent(name -> err.println("help: did you mean `" + name + "`?"));
        }
        err.println("help: `" + command.getCommandSpec().qualifiedName() + " --help` lists what there is");
        err.flush();
        return ExitCode.REFUSED.code();
    }

    private static String reason(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched && !unmatched.isUnknownOption()) {
            boolean command = !failure.getCommandLine().getSubcommands().isEmpty();
            return (command ? "unknown command `" : "unexpected argument `")
                    + unmatched.getUnmatched().get(0) + "`";
        }
        String message = failure.getMessage();
        if (message == null || message.isEmpty()) {
            return "the arguments make no sense";
        }
        String told = message.replaceFirst("^Error: ", "");
        return Character.toLowerCase(told.charAt(0)) + told.substring(1).replace('\'', '`');
    }

    private static int fail(Terminal terminal, Exception failure) {
        if (failure instanceof Refusal refusal) {
            terminal.err().println("sluice: " + refusal.getMessage());
            if (refusal.help() != null) {
                terminal.err().println("help: " + refusal.help());
            }
            return ExitCode.REFUSED.code();
        }
        // A message of unknown origin might quote the data: the place is enough to find the fault.
        terminal.err().println("sluice: internal error: " + failure.getClass().getName());
        for (StackTraceElement place : failure.getStackTrace()) {
            terminal.err().println("    at " + place);
        }
        return ExitCode.REFUSED.code();
    }

    /** The version of the program, and of the Java that runs it. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = SluiceCommand.class.getPackage().getImplementationVersion();
            return new String[] {
                "sluice " + (version == null ? "(not packaged)" : version),
                "Java " + Runtime.version() + " (" + System.getProperty("java.vm.name") + ")"
            };
        }
    }
}
