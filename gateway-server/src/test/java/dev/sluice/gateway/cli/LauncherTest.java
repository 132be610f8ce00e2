package dev.sluice.gateway.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher rehearses once for each build, also where the rehearsal fails. */
final class LauncherTest {

    /** A Java that writes down how it was called, and whose rehearsals end as the test says. */
    private static final String JAVA = """
            #!/bin/sh
            echo "$*" >> "$CALLS"
            case "$*" in
                *--rehearse*)
                    for word in "$@"; do
                        case $word in
                            -XX:ArchiveClassesAtExit=*) [ -n "$FAILS" ] || : > "${word#*=}" ;;
                        esac
                    done
                    [ -z "$FAILS" ] || { echo "sluice: $FAILS" >&2; exit 1; } ;;
            esac
            """;

    @TempDir
    private Path directory;

    private Path jar;

    @BeforeEach
    void unpack() throws IOException {
        Files.copy(Path.of("../sluice"), directory.resolve("sluice"), StandardCopyOption.COPY_ATTRIBUTES);
        Path java = directory.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, JAVA);
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(directory.resolve("jdk/release"), "JAVA_VERSION=\"17.0.1\"\n");
        jar = directory.resolve("gateway-server/target/sluice.jar");
        Files.createDirectories(jar.getParent());
        Files.writeString(jar, "");
        builtAt(Instant.now().minusSeconds(60));
    }

    private void builtAt(Instant when) throws IOException {
        Files.setLastModifiedTime(jar, FileTime.from(when));
    }

    /** What a start says on stderr. */
    private String start(String failure) throws Exception {
        ProcessBuilder launcher = new ProcessBuilder("sh", "sluice", "run", "--config", "gateway.yaml");
        launcher.directory(directory.toFile());
        launcher.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
        launcher.environment().put("CALLS", directory.resolve("calls").toString());
        launcher.environment().put("FAILS", failure);
        launcher.environment().remove("SLUICE_JVM");
        Process process = launcher.start();
        String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }

    private List<String> rehearsals() throws IOException {
        return Files.readAllLines(directory.resolve("calls")).stream()
                .filter(call -> call.contains("--rehearse"))
                .toList();
    }

    private String lastCall() throws IOException {
        List<String> calls = Files.readAllLines(directory.resolve("calls"));
        return calls.get(calls.size() - 1);
    }

    @Test
    void rehearsesOnceAndStartsFromWhatThatLeaves() throws Exception {
        // When
        String first = start("");
        String second = start("");

        // Then
        assertThat(first).contains("rehearsing once").doesNotContain("failed");
        assertThat(second).isEmpty();
        assertThat(rehearsals()).hasSize(1);
        assertThat(lastCall())
                .contains("@" + directory.toRealPath() + "/gateway-server/target/lib/gateway.args")
                .contains("-XX:SharedArchiveFile=")
                .endsWith("run --config gateway.yaml");
    }

    @Test
    void tellsWhatFailedOnceAndServesWithoutIt() throws Exception {
        // When
        String first = start("`/api/events` was answered with 502");
        String second = start("`/api/events` was answered with 502");

        // Then
        assertThat(first).contains("exit code 1", "`/api/events` was answered with 502");
        assertThat(second).isEmpty();
        assertThat(rehearsals()).hasSize(1);
        assertThat(lastCall()).doesNotContain("-XX:SharedArchiveFile=").endsWith("run --config gateway.yaml");
    }

    @Test
    void triesAgainWithAnotherBuild() throws Exception {
        // Given
        start("no port is free");
        builtAt(Instant.now().plusSeconds(60));

        // When
        String said = start("");

        // Then
        assertThat(said).contains("rehearsing once");
        assertThat(rehearsals()).hasSize(2);
        assertThat(directory.resolve("gateway-server/target/gateway-17.jsa.failed"))
                .doesNotExist();
    }

    @Test
    void tellsTheJvmOnlyWhatItUnderstands() throws Exception {
        // Given
        String java = Path.of(System.getProperty("java.home"), "bin/java").toString();
        ProcessBuilder told =
                new ProcessBuilder(java, "@src/main/jvm/gateway.args", "-XX:+PrintFlagsFinal", "-version");

        // When
        Process process = told.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        // Then
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).containsPattern("Tier4InvocationThreshold += 50000");
    }
}
