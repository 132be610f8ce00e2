package dev.sluice.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    void everyLinkLeadsToAFileAndAHeading(Page page) {
        List<String> deadLinks = page.deadLinks();

        assertThat(deadLinks).as("dead links of %s", page).isEmpty();
    }

    @Test
    void tellsLinksThatLeadNowhere() {
        // Given
        Page page = new Page(Page.ROOT.resolve("docs/here.md"), """
                # Two words, and `code`
                ## Again
                ## Again
                [a](#two-words-and-code) [b](#again-1) [c](policy/reference.md#forms) [d](index.md) [e](https://example.org/x#y)
                [f](#gone) [g](gone.md) [h](policy/reference.md#gone) [i](#again-2) [j](../../outside.md)
                """);

        // When
        List<String> deadLinks = page.deadLinks();

        // Then
        assertThat(deadLinks)
                .containsExactly("#gone", "gone.md", "policy/reference.md#gone", "#again-2", "../../outside.md");
    }

    @ParameterizedTest
    @MethodSource("pagesWithCommands")
    void everyCommandDoesWhatThePageSays(Page page) throws IOException, InterruptedException {
        Story.Tally tally = new Story(page, directory).play();

        assertThat(tally.commands()).isPositive();
    }
}
