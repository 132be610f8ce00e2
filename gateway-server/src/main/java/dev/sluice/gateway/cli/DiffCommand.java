package dev.sluice.gateway.cli;

import dev.sluice.gateway.comparison.DifferenceJson;
import dev.sluice.gateway.comparison.DifferenceText;
import dev.sluice.gateway.comparison.PartnerLetter;
import dev.sluice.policy.compare.BundleComparison;
import dev.sluice.policy.compare.Differences;
import dev.sluice.policy.compare.NotComparableException;
import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.repository.ReadyBundle;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice diff}: what a change of a bundle changes, for every customer that could be. */
@Command(
        name = "diff",
        header = "Tells what leaves by one bundle as it does not by another: who gains what, and who loses what.",
        description = {
            "",
            "Both bundles decide every customer that could be, from now on; what is said to be the same is the same for",
            "all of them. What cannot be compared counts as wider."
        },
        footer = {"", "Exit codes: 0 same, or only narrower; 2 bad bundle; 3 something is wider."})
final class DiffCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "OLD", description = "The directory of the bundle as it was.")
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "The directory of the bundle as it shall be.")
    private Path after;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ExplainCommand.Format format;

    @Option(
            names = "--for-partner",
            paramLabel = "ID",
            description = "Writes the text to send to this partner: what it gets newly, what no longer, and from when.")
    private @Nullable String partner;

    DiffCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ReadyBundle was = OpenedBundle.of(before, null, terminal);
        ReadyBundle becomes = OpenedBundle.of(after, null, terminal);
        Differences differences = differences(was, becomes);
        PrintStream out = terminal.print();
        if (partner != null) {
            new PartnerLetter(partner).print(name(partner, was, becomes), differences, out);
        } else if (format == ExplainCommand.Format.JSON) {
            DifferenceJson.print(differences, out);
        } else {
            new DifferenceText(place(before), place(after)).print(differences, out);
        }
        out.flush();
        return (differences.widened() ? ExitCode.WIDENED : ExitCode.DONE).code();
    }

    private static String name(String id, ReadyBundle was, ReadyBundle becomes) {
        List<Partner> all = new ArrayList<>(becomes.loaded().model().partners());
        all.addAll(was.loaded().model().partners());
        Partner partner = all.stream()
                .filter(one -> one.id().name().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "no bundle knows the partner `" + id + "`",
                        NearestName.help(
                                id,
                                all.stream().map(one -> one.id().name()).toList(),
                                "partners are declared by `kind: Partner`")));
        return Objects.requireNonNullElse(partner.name(), id);
    }

    private static Differences differences(ReadyBundle was, ReadyBundle becomes) {
        try {
            return BundleComparison.compare(
                    was.plans(), becomes.plans(), Clock.systemUTC().instant());
        } catch (NotComparableException e) {
            throw new Refusal(
                    String.valueOf(e.getMessage()),
                    "ask for fewer of these facts in the rules that share to the partner");
        }
    }

    private static Function<SourceLocation, String> place(Path directory) {
        return location ->
                directory.resolve(location.file()).normalize().toString().replace('\\', '/') + ":" + location.line();
    }
}
