package dev.sluice.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not executed goes stale: every link leads somewhere, every {@code sh} block runs, every shown output is printed. */
final class DocsTest {

    /** Has a test of its own. */
    static final String TUTORIAL = "policy/tutorial.md";

    @TempDir
    private Path directory;

    static Stream<Page> pages() {
        return Page.all().stream();
    }

    static Stream<Page> pagesWithCommands() {
        return pages().filter(page -> !page.file().endsWith(TUTORIAL))
                .filter(page ->
                        page.blocks().stream().anyMatch(block -> block.info().equals("sh")));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFile(Page page) {
        assertThat(page.links()).as("links of %s", page).allMatch(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("pagesWithCommands")
    void everyCommandDoesWhatThePageSays(Page page) throws IOException, InterruptedException {
        Story.Tally tally = new Story(page, directory).play();

        assertThat(tally.commands()).isPositive();
    }
}
