package dev.sluice.gateway.cli;

import dev.sluice.gateway.draft.CatalogDraft;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.core.JacksonException;

/** {@code sluice catalog propose}: a first draft of a catalog from sample documents. */
@Command(
        name = "propose",
        header = "Writes a draft catalog from sample documents of one shape, for a person to finish.",
        description = {
            "",
            "Records, ids, facts and categories are guessed from names and from what values look like. What is not guessed "
                    + "stands as a comment that begins with `# decide`. No value of the samples is written."
        })
final class CatalogProposeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "SAMPLE", arity = "1..*", description = "JSON documents, or one document a line")
    private List<Path> samples;

    @Option(names = "--id", paramLabel = "ID", defaultValue = "draft", description = "the catalog's id")
    private String id;

    CatalogProposeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        CatalogDraft draft = new CatalogDraft();
        for (Path sample : samples) {
            add(draft, sample);
        }
        String catalog = draft.yaml(id);
        terminal.print().print(catalog);
        terminal.print().flush();
        long left = catalog.lines().filter(line -> line.contains("# decide")).count();
        if (left > 0) {
            terminal.err()
                    .println("left to decide: " + left + " (look for `# decide`); what nobody decides never leaves");
        }
        return ExitCode.DONE.code();
    }

    private static void add(CatalogDraft draft, Path sample) {
        try (InputStream document = Files.newInputStream(sample)) {
            draft.add(document);
        } catch (IOException e) {
            throw new Refusal("`" + sample + "` cannot be read (expected: a file of JSON)", null);
        } catch (JacksonException e) {
            throw new Refusal(
                    "`" + sample + "` is no JSON (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")",
                    null);
        }
    }
}
