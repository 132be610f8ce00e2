package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What knows phone numbers is loaded with a bundle that needs it, so that no exchange waits, and with no other. */
final class PhonePlansTest {

    private static final String LIBRARY = "com.google.i18n.phonenumbers.PhoneNumberUtil ";

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
    void isLoadedWithABundleThatHashesPhones() throws Exception {
        assertThat(loadedBy("../docs/examples/starter")).contains(LIBRARY);
    }

    @Test
    void isNotLoadedWithABundleThatDoesNot() throws Exception {
        assertThat(loadedBy("../docs/examples/rules/b01")).doesNotContain("phonenumbers");
    }
}
