package dev.sluice.gateway.cli;

import dev.sluice.gateway.enforce.StreamEnforcer;
import dev.sluice.gateway.enforce.StreamEnforcer.Outcome;
import dev.sluice.gateway.json.Framing;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.gateway.json.MalformedJsonException;
import dev.sluice.policy.decision.Disclosure;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice filter}: the engine and the decisions of the gateway on a file, without a network. */
@Command(
        name = "filter",
        header = "Filters a file as the gateway would filter a body.",
        description = {
            "",
            "The filtered document goes to stdout or to the file of -o. The report on stderr says, by the "
                    + "catalog's names, what left in which form, and what stayed and why."
        },
        footer = {"", "Exit codes: 0 filtered, even if nothing may leave; 2 refused, or the input is not JSON."})
final class FilterCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DecisionOptions options;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the document goes; it appears only when all went well.")
    private @Nullable Path output;

    FilterCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Disclosure disclosure =
                options.ask(options.load(terminal), (decisions, request) -> decisions.openDetailed(request));
        try (DocumentInput input = options.input(terminal);
                DocumentOutput document = DocumentOutput.open(output, terminal)) {
            Outcome outcome = run(disclosure, input, document.stream());
            document.complete();
            FilterReport report = new FilterReport(disclosure, outcome);
            report.print(terminal.err());
            if (options.throwawayKeys() && report.hasKeyedForms()) {
                terminal.err()
                        .println("without --config pseudonyms come from a throwaway key: they mean nothing later");
            }
        } catch (MalformedJsonException e) {
            throw new Refusal("the input is not JSON at " + e.getMessage());
        }
        return ExitCode.DONE.code();
    }

    private Outcome run(Disclosure disclosure, DocumentInput input, OutputStream out)
            throws IOException, MalformedJsonException {
        StreamEnforcer enforcer = new StreamEnforcer(disclosure, JsonLimits.DEFAULTS);
        try (ProgressBar bar = ProgressBar.on(terminal, input.size());
                InputStream stream = input.stream()) {
            return enforcer.run(options.ndjson() ? Framing.LINES : Framing.DOCUMENT, stream, out, bar::reached);
        }
    }
}
