package dev.sluice.policy.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.ProblemReport;
import dev.sluice.policy.form.ThrowawayKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the pages on the policy language to the code: whole bundles load, and every problem code has its section. */
class PolicyDocsTest {

    private static final Path DOCS = Path.of("../docs");
    /** Its bundles are whole only beside the shop of that page; a test of its own runs them. */
    private static final Path RECIPES = DOCS.resolve("policy/cookbook.md");

    private static final Path MAIN = Path.of("src/main/java");
    private static final Pattern BUNDLE = Pattern.compile("```yaml bundle\n(.*?)```", Pattern.DOTALL);
    private static final Pattern SECTION = Pattern.compile("^### `([a-z0-9-]+)`", Pattern.MULTILINE);
    private static final List<Pattern> CODES = List.of(
            Pattern.compile("problems\\s*\\.(?:error|warning)\\(\\s*\"([a-z0-9-]+)\""),
            Pattern.compile("\\btell\\(\\s*\"([a-z0-9-]+)\""),
            Pattern.compile("\\bnew Words\\(\\s*\"(unknown-[a-z]+)\""),
            Pattern.compile("\\bCODE = \"([a-z0-9-]+)\""));
    private static final Path REPORTS = Path.of("src/test/resources/bundles");
    private static final Pattern REPORTED = Pattern.compile("^\\S+:\\d+:\\d+: ([a-z0-9-]+) ", Pattern.MULTILINE);

    /** Those of files that no repository can hold, those of keys, and those of the compiler that validation is ahead of. */
    private static final Set<String> ELSEWHERE = Set.of(
            "unreadable-file",
            "file-too-large",
            "unknown-key-id",
            "no-default-key",
            "outside-record",
            "name-after-element",
            "unnamed-member");

    private static final Pattern NOUNS = Pattern.compile("\\bWords\\.of\\(\\s*\"([a-z]+)\"");

    @TempDir
    Path directory;

    static List<String> bundles() throws IOException {
        List<String> bundles = new ArrayList<>();
        for (Path page : files(DOCS, ".md")) {
            if (page.equals(RECIPES)) {
                continue;
            }
            BUNDLE.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(bundles::add);
        }
        return bundles;
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void wholeBundlesInTheDocsHaveNoError(String bundle) throws IOException {
        // Given
        Files.writeString(directory.resolve("bundle.yaml"), bundle);

        // When
        String errors = errors();

        // Then
        assertThat(errors).isEmpty();
    }

    @Test
    void theProblemsPageHasASectionForEveryCodeAndNoOther() throws IOException {
        // Given
        String page = Files.readString(DOCS.resolve("policy/problems.md"));

        // When
        Set<String> sections = found(SECTION, page);

        // Then
        assertThat(sections).isEqualTo(codes());
    }

    @Test
    void everyCodeHasABundleThatCausesIt() throws IOException {
        // When
        Set<String> unseen = codes();
        for (Path expected : files(REPORTS, "expected.txt")) {
            REPORTED.matcher(Files.readString(expected)).results().forEach(found -> unseen.remove(found.group(1)));
        }

        // Then
        assertThat(unseen).isEqualTo(ELSEWHERE);
    }

    private String errors() {
        try {
            new BundleLoader(Clock.systemUTC()).prepare(directory, new ThrowawayKeys());
            return "";
        } catch (InvalidBundleException e) {
            return new ProblemReport(e.problems(), e.sources()).text();
        }
    }

    private static Set<String> codes() throws IOException {
        Set<String> codes = new TreeSet<>();
        for (Path file : files(MAIN, ".java")) {
            String source = Files.readString(file);
            CODES.forEach(pattern -> codes.addAll(found(pattern, source)));
            found(NOUNS, source).forEach(noun -> codes.add("unknown-" + noun));
        }
        return codes;
    }

    private static Set<String> found(Pattern pattern, String text) {
        Set<String> found = new TreeSet<>();
        pattern.matcher(text).results().map(PolicyDocsTest::word).forEach(found::add);
        return found;
    }

    private static String word(MatchResult match) {
        return match.group(1);
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
