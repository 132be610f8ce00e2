package dev.sluice.gateway.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice bundle}: which versions a gateway has kept, and which of them is in force. */
@Command(
        name = "bundle",
        header = "Lists the bundles that a gateway keeps, goes back to one, and on again.",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "",
            "Talks to the running gateway's admin listener; works on its state directory while it does not run."
        },
        footer = {"", "Exit codes: 0 done, 2 refused."})
final class BundleCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** With its commands. */
    static CommandLine of(Terminal terminal) {
        return new CommandLine(new BundleCommand())
                .addSubcommand(new BundleListCommand(terminal))
                .addSubcommand(new BundleActivateCommand(terminal))
                .addSubcommand(new BundleReleaseCommand(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
