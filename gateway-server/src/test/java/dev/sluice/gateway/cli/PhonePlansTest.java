package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The numbering plans of phones are read when a bundle is loaded that needs them, so that no exchange waits, and for no other. */
final class PhonePlansTest {

    private static final String PLAN = "com.google.i18n.phonenumbers.Phonemetadata$PhoneMetadata ";

    @TempDir
    private Path directory;

    /** The classes that a process loads which checks a bundle. */
    private String loadedBy(String bundle) throws IOException, InterruptedException {
        Path log = directory.resolve("classes");
        Process check = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xlog:class+load:file=" + log,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.sluice.gateway.cli.SluiceCommand",
                        "check",
                        bundle)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("out").toFile())
                .start();
        assertThat(check.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(check.exitValue())
                .as(Files.readString(directory.resolve("out")))
                .isZero();
        return Files.readString(log);
    }

    @Test
    void areReadWithABundleThatHashesPhones() throws Exception {
        assertThat(loadedBy("../docs/examples/starter")).contains(PLAN);
    }

    @Test
    void areNotReadWithABundleThatDoesNot() throws Exception {
        assertThat(loadedBy("../docs/examples/rules/b01")).doesNotContain("phonenumbers");
    }
}
