package dev.sluice.gateway.cli;

import dev.sluice.policy.repository.BundleNote;
import dev.sluice.policy.repository.KeptBundle;
import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code sluice bundle list}: the kept versions, the one that came in force last first. */
@Command(name = "list", header = "Lists the versions that are kept, and says which is in force.")
final class BundleListCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private GatewayOption gateway;

    BundleListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        BundleDesk.Listing listing;
        try (BundleDesk desk = BundleDesk.open(gateway)) {
            listing = desk.list();
        }
        PrintStream out = terminal.print();
        BundleNote note = listing.inForce();
        boolean kept = false;
        for (KeptBundle bundle : listing.kept()) {
            boolean inForce = note != null && note.version().equals(bundle.version());
            kept |= inForce;
            out.println(line(bundle.version(), bundle.lastInForce().toString(), inForce ? note : null));
        }
        if (note != null && !kept) {
            out.println(line(
                    note.version(), note.at().truncatedTo(ChronoUnit.SECONDS).toString(), note));
        }
        out.flush();
        if (!listing.running()) {
            terminal.err().println("the gateway does not run: `in force` is what it had when it stopped");
        }
        return ExitCode.DONE.code();
    }

    private static String line(String version, String when, @Nullable BundleNote note) {
        String begin = version + "  " + when;
        if (note == null) {
            return begin;
        }
        String why = note.why().isEmpty() ? "" : ": " + note.why();
        return begin + "  in force" + (note.pinned() ? ", pinned" : "") + " by " + note.by() + why;
    }
}
