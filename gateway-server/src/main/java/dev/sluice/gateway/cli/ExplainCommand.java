package dev.sluice.gateway.cli;

import dev.sluice.gateway.enforce.StreamEnforcer;
import dev.sluice.gateway.explanation.EngineTrace;
import dev.sluice.gateway.explanation.Explainer;
import dev.sluice.gateway.explanation.ExplanationJson;
import dev.sluice.gateway.explanation.ExplanationText;
import dev.sluice.gateway.explanation.RecordExplanation;
import dev.sluice.gateway.json.Framing;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.gateway.json.MalformedJsonException;
import dev.sluice.policy.decision.DecisionPoint.TracedDisclosure;
import dev.sluice.policy.decision.RuleMap;
import dev.sluice.policy.decision.RuleTrace.OfRecord;
import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.WrittenCustomer;
import dev.sluice.policy.repository.ReadyBundle;
import dev.sluice.policy.words.RuleWords;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code sluice explain}: why each field leaves or stays, and what would change it. */
@Command(
        name = "explain",
        header = "Explains field by field why it leaves or stays, and what would let it leave.",
        description = {
            "",
            "Takes the arguments of `filter`. Says places, rules and answers, and no value of the document: neither of "
                    + "what stays nor of what leaves."
        },
        footer = {"", "Exit codes: 0 explained, 2 refused, or the input is not JSON."})
final class ExplainCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin
    private DecisionOptions options;

    @Option(names = "--path", paramLabel = "PATH", description = "Only this place and what stands below it.")
    private @Nullable String path;

    @Option(
            names = "--customer",
            paramLabel = "ID",
            description = "Only records of this customer, by any id, or namespace:id, that the record has.")
    private @Nullable String customer;

    @Mixin
    private ReportFormat format;

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        requireSpelling();
        ReadyBundle ready = options.load(terminal);
        TracedDisclosure traced = options.ask(ready, (decisions, request) -> decisions.openTraced(request));
        RuleMap map = options.ask(
                ready,
                (decisions, request) -> decisions.rules(request.partner(), request.purpose(), request.catalog()));
        Predicate<String> patterns = patterns(traced);
        EngineTrace engine = new EngineTrace(traced.disclosure());
        run(traced, engine);
        List<RecordExplanation> explained = new Explainer(
                        traced, engine, map, new RuleWords(ready.loaded().model()), options.nearest(ready), patterns)
                .explain(this::wanted);
        if (customer != null && explained.isEmpty()) {
            throw new Refusal(
                    "no record of the document has the id of `--customer` (expected: one that stands in it)",
                    "ids are compared as they are written, and one of another kind is asked for as `namespace:id`");
        }
        print(explained);
        return ExitCode.DONE.code();
    }

    /** Whether it is about the customer asked for, whichever of its ids names them. */
    private boolean wanted(OfRecord record) {
        return customer == null
                || record.ids().stream()
                        .map(id -> id.replace('\0', ':'))
                        .anyMatch(WrittenCustomer.canonical(customer)::equals);
    }

    private void requireSpelling() {
        if (customer != null && !WrittenCustomer.canBeFound(customer)) {
            throw new Refusal(
                    "`--customer` begins or ends with a space, or with what cannot be seen (expected: neither)",
                    "write the id alone: no record has one that begins or ends so");
        }
    }

    private void print(List<RecordExplanation> explained) {
        PrintStream out = terminal.print();
        if (format.json()) {
            ExplanationJson.print(explained, out);
        } else {
            new ExplanationText(this::place).print(explained, out);
        }
        out.flush();
    }

    private void run(TracedDisclosure traced, EngineTrace engine) throws IOException {
        try (DocumentInput input = options.input(terminal)) {
            StreamEnforcer enforcer = new StreamEnforcer(traced.disclosure(), JsonLimits.DEFAULTS, engine::decide);
            StreamEnforcer.Outcome outcome = enforcer.run(
                    options.ndjson() ? Framing.LINES : Framing.DOCUMENT,
                    input.stream(),
                    OutputStream.nullOutputStream(),
                    read -> {});
            engine.ended(outcome.tally());
        } catch (MalformedJsonException e) {
            throw new Refusal("the input is not JSON at " + e.getMessage());
        }
    }

    private Predicate<String> patterns(TracedDisclosure traced) {
        if (path == null) {
            return pattern -> true;
        }
        String wanted = path.replaceAll("\\[\\d+]", "[*]");
        List<String> known = Explainer.patterns(traced.disclosure().plan().tree());
        Predicate<String> below = pattern -> pattern.equals(wanted)
                || pattern.startsWith(wanted) && ".[ ".indexOf(pattern.charAt(wanted.length())) >= 0;
        if (known.stream().noneMatch(below)) {
            throw new Refusal(
                    "the catalog has nothing at `" + path + "`",
                    NearestName.help(wanted, known, "write it as the catalog does, from `$`"));
        }
        return below;
    }

    private String place(SourceLocation location) {
        return options.bundle().resolve(location.file()).normalize().toString().replace('\\', '/') + ":"
                + location.line();
    }
}
