package dev.sluice.gateway.cli;

import dev.sluice.gateway.comparison.DifferenceJson;
import dev.sluice.gateway.comparison.DifferenceText;
import dev.sluice.gateway.comparison.PartnerLetter;
import dev.sluice.policy.compare.Differences;
import dev.sluice.policy.compare.NotComparableException;
import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.model.Partner;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice diff}: what a change of a bundle, or of a gateway, changes, for every customer that could be. */
@Command(
        name = "diff",
        header = "Tells what leaves by one bundle as it does not by another: who gains what, and who loses what.",
        description = {
            "",
            "Both bundles decide every customer that could be, from now on; what is said to be the same is the same for "
                    + "all of them. What cannot be compared counts as wider."
        },
        footer = {"", "Exit codes: 0 same, or only narrower; 2 bad bundle or file; 3 something is wider."})
final class DiffCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "OLD", description = "The bundle's directory as it was.")
    private Path before;

    @Parameters(index = "1", paramLabel = "NEW", description = "The bundle's directory as it shall be.")
    private Path after;

    @Option(
            names = "--config",
            description = "OLD and NEW are files of a gateway: compares their bundles, keys and routes together.")
    private boolean config;

    @Mixin
    private ReportFormat format;

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
        ComparedPair pair = config
                ? ComparedPair.ofGateways(before, after, terminal)
                : ComparedPair.ofBundles(before, after, terminal);
        Differences differences = differences(pair);
        PrintStream out = terminal.print();
        if (partner != null) {
            new PartnerLetter(partner).print(name(partner, pair), differences, out);
        } else if (format.json()) {
            DifferenceJson.print(differences, out);
        } else {
            out.print(WrappedLines.of(text(pair, differences), terminal.width()));
        }
        out.flush();
        return (differences.widened() ? ExitCode.WIDENED : ExitCode.DONE).code();
    }

    private static String text(ComparedPair pair, Differences differences) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        PrintStream lines = new PrintStream(text, false, StandardCharsets.UTF_8);
        new DifferenceText(pair.before()::place, pair.after()::place).print(differences, lines);
        lines.flush();
        return text.toString(StandardCharsets.UTF_8);
    }

    private static String name(String id, ComparedPair pair) {
        List<Partner> all = Stream.of(pair.after(), pair.before())
                .flatMap(side -> side.ready().loaded().model().partners().stream())
                .toList();
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

    private static Differences differences(ComparedPair pair) {
        try {
            return pair.compare(Clock.systemUTC().instant());
        } catch (NotComparableException e) {
            throw new Refusal(
                    String.valueOf(e.getMessage()),
                    "ask for fewer of these facts in the rules that share to the partner");
        }
    }
}
