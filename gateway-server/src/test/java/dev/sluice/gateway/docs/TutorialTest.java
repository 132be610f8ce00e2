package dev.sluice.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tutorial, step by step: files are saved, edited and commands run as it says, and what it shows is what comes. */
final class TutorialTest {

    @TempDir
    private Path directory;

    @Test
    void comesOutAsWritten() throws IOException, InterruptedException {
        // Given
        Page tutorial = Page.of(DocsTest.TUTORIAL);

        // When
        Story.Tally tally = new Story(tutorial, directory).play();

        // Then
        assertThat(tally).isEqualTo(new Story.Tally(12, 13));
    }
}
