package dev.sluice.gateway.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice bundle release}: the bundle's directory counts again. */
@Command(name = "release", header = "Ends the pin: the bundle's directory counts again.")
final class BundleReleaseCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private GatewayOption gateway;

    @Option(names = "--why", paramLabel = "TEXT", defaultValue = "", description = "The reason, which is kept.")
    private String why;

    BundleReleaseCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        try (BundleDesk desk = BundleDesk.open(gateway)) {
            terminal.err().println(desk.release(why));
        }
        return ExitCode.DONE.code();
    }
}
