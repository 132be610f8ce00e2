package dev.sluice.gateway.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice catalog}: help for those who write catalogs. */
@Command(
        name = "catalog",
        header = "Helps to write catalogs and to keep them up to date.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {"", "Exit codes: 0 done, 2 refused."})
final class CatalogCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    /** With its commands. */
    static CommandLine of(Terminal terminal) {
        return new CommandLine(new CatalogCommand())
                .addSubcommand(new CatalogProposeCommand(terminal))
                .addSubcommand(new CatalogDriftCommand(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }
}
