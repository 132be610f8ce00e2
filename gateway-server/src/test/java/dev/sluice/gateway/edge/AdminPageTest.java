package dev.sluice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page on the admin API: each of its {@code curl} lines works as it stands, and each endpoint has one. */
final class AdminPageTest {

    private static final Path PAGE = Path.of("../docs/operations/admin-api.md");
    private static final Pattern LINE = Pattern.compile("(?m)^```bash\\n([\\s\\S]*?)^```$");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z]+ /\\S+)` \\|");

    @TempDir
    private Path directory;

    private static List<String> found(Pattern pattern) throws Exception {
        List<String> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(Files.readString(PAGE));
        while (matcher.find()) {
            found.add(matcher.group(1));
        }
        return found;
    }

    private String run(String line, LiveGateway gateway, String version) throws Exception {
        ProcessBuilder shell = new ProcessBuilder(
                "bash",
                "-c",
                line.replace("127.0.0.1:9901", "127.0.0.1:" + gateway.gateway().adminPort()));
        shell.directory(directory.toFile());
        shell.environment().put("TOKEN", LiveGateway.TOKEN);
        shell.environment().put("VERSION", version);
        Process process = shell.redirectErrorStream(true).start();
        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(line).isZero();
        return answer;
    }

    @Test
    void everyCurlLineWorks() throws Exception {
        // Given
        LiveGateway.bundle(directory.resolve("bundle"), true);
        try (ScriptedUpstream shop = new ScriptedUpstream((request, connection) -> connection.json("{}"));
                LiveGateway gateway = LiveGateway.start(directory, shop.port())) {
            String state = gateway.admin("GET", "/admin/bundle", "").text();
            String version = state.substring(12, 24);
            for (String line : found(LINE)) {

                // When
                String answer = run(line, gateway, version);

                // Then
                assertThat(answer).as(line).startsWith("{\"").doesNotContain("admin-problem");
            }
        }
    }

    @Test
    void everyEndpointHasACurlLine() throws Exception {
        String lines = String.join("\n", found(LINE));

        assertThat(found(ROW)).hasSizeGreaterThan(3).allSatisfy(row -> {
            String method = row.substring(0, row.indexOf(' '));
            String path = row.substring(row.indexOf(' ') + 1);
            assertThat(lines.lines())
                    .as(row)
                    .anyMatch(line -> line.matches(".*:9901" + path + "(\\?\\S*)?\"?$")
                            && (method.equals("GET") ? !line.contains(" -X ") : line.contains("-X " + method)));
        });
    }
}
