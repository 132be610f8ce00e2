package dev.sluice.gateway.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice bundle activate}: pins a version that is kept. */
@Command(
        name = "activate",
        header = "Puts a kept version in force and pins it, whatever the bundle's directory holds, until `release`.")
final class BundleActivateCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private GatewayOption gateway;

    @Parameters(paramLabel = "VERSION", description = "The version, or its first digits.")
    private String version;

    @Option(names = "--why", paramLabel = "TEXT", required = true, description = "The reason, which is kept.")
    private String why;

    @Option(names = "--cut", description = "Ends exchanges of other versions as broken messages.")
    private boolean cut;

    BundleActivateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (why.isBlank()) {
            throw new Refusal("the reason is empty");
        }
        try (BundleDesk desk = BundleDesk.open(gateway)) {
            terminal.err().println(desk.activate(version, why, cut));
        }
        return ExitCode.DONE.code();
    }
}
