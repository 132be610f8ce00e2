package dev.sluice.gateway.cli;

import dev.sluice.gateway.config.GatewayShapes;
import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.schema.JsonSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code sluice schema}: what editors need to complete and check YAML while it is written. */
@Command(
        name = "schema",
        header = "Prints a JSON Schema (draft-07) for editors: of a bundle's files, or of the gateway's own.",
        description = {
            "",
            "An editor completes keys and words with it, explains them, and marks what is wrong in one document."
        },
        footer = {"", "Exit codes: 0 written, 2 refused."})
final class SchemaCommand implements Callable<Integer> {

    private final Terminal terminal;

    @ArgGroup
    private @Nullable Subject subject;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Writes here instead of stdout.")
    private @Nullable Path output;

    /** Of what; documents of all kinds unless said. */
    static final class Subject {

        @Option(names = "--kind", paramLabel = "KIND", description = "Only documents of this kind, such as `Policy`.")
        private @Nullable String kind;

        @Option(names = "--gateway", description = "The gateway's own file.")
        private boolean gateway;

        @Option(names = "--consents", description = "A file of what is on record of customers.")
        private boolean consents;
    }

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        String schema = subject == null ? JsonSchema.document() : of(subject);
        try (DocumentOutput document = DocumentOutput.open(output, terminal)) {
            document.stream().write(schema.getBytes(StandardCharsets.UTF_8));
            document.complete();
        }
        return ExitCode.DONE.code();
    }

    private static String of(Subject subject) {
        String kind = subject.kind;
        if (kind != null) {
            return JsonSchema.kind(kind).orElseThrow(() -> unknown(kind));
        }
        return subject.gateway ? gateway() : subject.consents ? JsonSchema.onRecord() : JsonSchema.document();
    }

    private static String gateway() {
        return JsonSchema.map(GatewayShapes.table(), "gateway", "The gateway's own file");
    }

    private static Refusal unknown(String kind) {
        List<String> kinds = JsonSchema.kinds();
        return new Refusal(
                "unknown kind `" + kind + "`",
                NearestName.help(kind, kinds, "known kinds are `" + String.join("`, `", kinds) + "`"));
    }
}
