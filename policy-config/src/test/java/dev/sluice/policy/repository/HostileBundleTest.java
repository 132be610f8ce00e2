package dev.sluice.policy.repository;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.ProblemReport;
import dev.sluice.policy.diagnostic.Severity;
import dev.sluice.policy.form.ThrowawayKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;

/** Whatever stands in its files, a bundle is loaded or refused with problems; and its files' order never matters. */
class HostileBundleTest {

    private static final Path SHOP = Path.of("src/test/resources/bundles/valid/shop");
    private static final String ODD = "{}[]*&!?:-#|>%@`'\",\n\t ~$.0aé\u0000\u2028";

    private final BundleLoader loader = new BundleLoader(Clock.systemUTC());
    private Path directory = Path.of(".");

    @BeforeProperty
    void createDirectory() throws IOException {
        directory = Files.createTempDirectory("bundle");
    }

    @AfterProperty
    void deleteDirectory() throws IOException {
        Files.deleteIfExists(directory.resolve("a.yaml"));
        for (int i = 0; i < 20; i++) {
            Files.deleteIfExists(directory.resolve("part-" + i + ".yaml"));
        }
        Files.delete(directory);
    }

    @Property(tries = 300)
    void junkIsRefusedOrLoaded(@ForAll @Size(max = 200) byte[] junk) throws IOException {
        Files.write(directory.resolve("a.yaml"), junk);
        assertThat(outcome()).isNotEmpty();
    }

    @Property(tries = 200)
    void aMutatedBundleIsRefusedOrLoaded(@ForAll long seed, @ForAll @IntRange(min = 1, max = 6) int mutations)
            throws IOException {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder(String.join("\n---\n", documents()));
        for (int i = 0; i < mutations; i++) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(4)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, ODD.charAt(random.nextInt(ODD.length())));
                case 2 -> text.setCharAt(at, ODD.charAt(random.nextInt(ODD.length())));
                default ->
                    text.insert(random.nextInt(text.length()), text.substring(at, Math.min(text.length(), at + 40)));
            }
        }
        Files.writeString(directory.resolve("a.yaml"), text);
        assertThat(outcome()).isNotEmpty();
    }

    @Property(tries = 20)
    void theOrderOfFilesDoesNotMatter(@ForAll long seed) throws IOException, InvalidBundleException {
        String meaning = loader.load(SHOP).version().meaning();
        List<String> documents = new ArrayList<>(documents());
        Collections.shuffle(documents, new Random(seed));
        for (int i = 0; i < documents.size(); i++) {
            Files.writeString(directory.resolve("part-" + i + ".yaml"), documents.get(i));
        }
        assertThat(loader.load(directory).version().meaning()).isEqualTo(meaning);
    }

    /** The version, or the report; the report of a refusal holds an error. */
    private String outcome() {
        try {
            return loader.prepare(directory, new ThrowawayKeys())
                    .loaded()
                    .version()
                    .sources();
        } catch (InvalidBundleException e) {
            assertThat(e.problems()).anyMatch(problem -> problem.severity() == Severity.ERROR);
            return new ProblemReport(e.problems(), e.sources()).text();
        }
    }

    private static List<String> documents() throws IOException {
        List<String> documents = new ArrayList<>();
        for (String file : List.of("catalogs.yaml", "partners.yml", "policies/newsletter.yaml")) {
            String text = new String(Files.readAllBytes(SHOP.resolve(file)), StandardCharsets.UTF_8);
            documents.addAll(List.of(text.split("\n---\n")));
        }
        return documents;
    }
}
