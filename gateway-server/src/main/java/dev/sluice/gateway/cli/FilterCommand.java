package dev.sluice.gateway.cli;

import dev.sluice.gateway.enforce.StreamEnforcer;
import dev.sluice.gateway.enforce.StreamEnforcer.Outcome;
import dev.sluice.gateway.json.Framing;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.gateway.json.MalformedJsonException;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.UnknownSubjectException;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.repository.ReadyBundle;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sluice filter}: the engine and the decisions of the gateway on a file, without a network. */
@Command(
        name = "filter",
        header = "Filters a file as the gateway would filter a body.",
        description = {
            "",
            "The filtered document goes to stdout or to the file of -o. The report on stderr says, by the",
            "catalog's names, what left in which form, and what stayed and why."
        },
        footer = {"", "Exit codes: 0 filtered, even if nothing may leave; 2 refused, or the input is not JSON."})
final class FilterCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--bundle", paramLabel = "DIR", required = true, description = "The bundle's directory.")
    private Path bundle;

    @Option(names = "--partner", paramLabel = "ID", required = true, description = "Who would receive it.")
    private String partner;

    @Option(names = "--catalog", paramLabel = "ID", required = true, description = "The document's shape.")
    private String catalog;

    @Option(names = "--purpose", paramLabel = "USE", description = "What for; else the partner's only purpose.")
    private @Nullable String purpose;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description = "When it is judged, such as 2026-11-21T10:00:00Z; else now.")
    private @Nullable String at;

    @Option(names = "--ndjson", description = "The input is a sequence of documents, one a line.")
    private boolean ndjson;

    @Option(names = "--config", paramLabel = "FILE", description = "The gateway's file, for its keys.")
    private @Nullable Path config;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where the document goes; it appears only when all went well.")
    private @Nullable Path output;

    @Parameters(paramLabel = "IN", arity = "0..1", description = "The document; else stdin.")
    private @Nullable Path in;

    FilterCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        Disclosure disclosure = open();
        try (DocumentInput input = DocumentInput.open(in, terminal);
                DocumentOutput document = DocumentOutput.open(output, terminal)) {
            Outcome outcome = run(disclosure, input, document.stream());
            document.complete();
            if (config == null) {
                terminal.err()
                        .println("without --config pseudonyms come from a throwaway key: they mean nothing later");
            }
            new FilterReport(disclosure, outcome).print(terminal.err());
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
            return enforcer.run(ndjson ? Framing.LINES : Framing.DOCUMENT, stream, out, bar::reached);
        }
    }

    private Disclosure open() {
        ReadyBundle ready = OpenedBundle.of(bundle, config, terminal);
        requireActive(ready.loaded().model());
        String use = Purpose.of(ready.loaded().model(), partner, purpose);
        try {
            return ready.decisions().openDetailed(new DisclosureRequest(partner, use, catalog, instant()));
        } catch (UnknownSubjectException e) {
            throw new Refusal(
                    String.valueOf(e.getMessage()),
                    Purpose.catalogs(ready.loaded().model(), catalog));
        }
    }

    /** The gateway answers a suspended partner nothing, so neither does this. */
    private void requireActive(Bundle model) {
        boolean suspended = model.partners().stream()
                .anyMatch(known -> known.id().name().equals(partner) && known.status() == Partner.Status.SUSPENDED);
        if (suspended) {
            throw new Refusal(
                    "the partner `" + partner + "` is suspended",
                    "it gets nothing until its `status` is `active` again");
        }
    }

    private Instant instant() {
        if (at == null) {
            return Instant.now();
        }
        try {
            return Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw new Refusal("`" + at + "` is no instant (expected: such as 2026-11-21T10:00:00Z)");
        }
    }
}
