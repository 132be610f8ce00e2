package dev.sluice.gateway.cli;

import dev.sluice.gateway.overview.Grant;
import dev.sluice.gateway.overview.Who;
import dev.sluice.gateway.overview.WhoReport;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.repository.ReadyBundle;
import dev.sluice.policy.vocabulary.Categories;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code sluice who}: who may get a category, and by which rule. */
@Command(
        name = "who",
        header = "Tells who may get a category of data, for which purpose, in which form, on which terms.",
        description = {
            "",
            "Counts what is below the category, and places that are catalogued more broadly and may hold it."
        },
        footer = {"", "Exit codes: 0 told, even if nobody may; 2 bad bundle, or no such category."})
final class WhoCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "BUNDLE", description = "The bundle's directory.")
    private Path bundle;

    @Parameters(index = "1", paramLabel = "CATEGORY", description = "Such as `user.contact.email`.")
    private String category;

    @Mixin
    private ReportFormat format;

    WhoCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ReadyBundle ready = OpenedBundle.of(bundle, null, terminal);
        Categories categories = ready.loaded().model().vocabulary();
        if (!categories.known(category)) {
            throw new Refusal(
                    "unknown category `" + category + "`",
                    categories
                            .nearest(category)
                            .map(name -> "did you mean `" + name + "`?")
                            .orElse("categories are those of fideslang, and the bundle's own"));
        }
        List<Grant> grants = new Who(ready).gets(category, Instant.now());
        PrintStream out = terminal.print();
        WhoReport report = new WhoReport(category, grants);
        if (format.json()) {
            report.json(out);
        } else {
            report.text(this::place, out);
        }
        out.flush();
        return ExitCode.DONE.code();
    }

    private String place(SourceLocation location) {
        return bundle.resolve(location.file()).normalize().toString().replace('\\', '/') + ":" + location.line();
    }
}
