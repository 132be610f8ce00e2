package dev.sluice.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is not executed goes stale: every link leads somewhere, every {@code sh} block runs in the shell. */
final class DocsTest {

    @TempDir
    private Path directory;

    static Stream<Page> pages() {
        return Page.all().stream();
    }

    static Stream<Arguments> commands() {
        return pages().flatMap(page -> page.commands().stream().map(block -> Arguments.of(page, block)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyLinkLeadsToAFile(Page page) {
        assertThat(page.links()).as("links of %s", page).allMatch(Files::exists);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyShellBlockRuns(Page page, String block) throws IOException, InterruptedException {
        Path log = checkoutWithoutABuild();

        Process shell = new ProcessBuilder("sh", "-e", "-c", block)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();

        assertThat(shell.waitFor(2, TimeUnit.MINUTES)).as("%s ends", page).isTrue();
        assertThat(shell.exitValue())
                .as("%s: %s%n%s", page, block, Files.readString(log))
                .isZero();
    }

    /** The repository's files under their names, with a launcher that runs the classes under test. */
    private Path checkoutWithoutABuild() throws IOException {
        Files.createSymbolicLink(directory.resolve("docs"), Page.ROOT.resolve("docs"));
        Files.createDirectory(directory.resolve("target"));
        Path launcher = directory.resolve("sluice");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(
                launcher,
                "#!/bin/sh\nexec '" + java + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path")
                        + "' dev.sluice.gateway.cli.SluiceCommand \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return directory.resolve("log");
    }
}
