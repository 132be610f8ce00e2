package dev.sluice.policy.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.yaml.YamlReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BundleLoaderTest {

    private static final Path SHOP = Path.of("src/test/resources/bundles/valid/shop");

    private static final String PARTNER =
            "kind: Partner\nid: p\nrole: carrier\ncountries: [DE]\npurposes: [x.delivery]\n";

    private final BundleLoader loader =
            new BundleLoader(Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    @TempDir
    Path directory;

    @Test
    void loadsAWholeBundle() throws InvalidBundleException {
        // When
        LoadedBundle bundle = loader.load(SHOP);

        // Then
        assertThat(bundle.warnings()).isEmpty();
        assertThat(bundle.model().catalogs()).hasSize(3);
        assertThat(bundle.model().partners()).hasSize(2);
        assertThat(bundle.model().policies()).extracting(Policy::id).hasToString("[newsletter, parcel]");
        assertThat(bundle.version().sources()).hasSize(64);
    }

    @Test
    void aCommentChangesTheSourcesButNotTheMeaning() throws Exception {
        // Given
        Path file = directory.resolve("partner.yaml");
        Files.writeString(file, PARTNER);
        LoadedBundle before = loader.load(directory);
        Files.writeString(file, "# new\n" + PARTNER.replace("[DE]", "[ 'DE' ]"));

        // When
        LoadedBundle after = loader.load(directory);

        // Then
        assertThat(after.version().sources()).isNotEqualTo(before.version().sources());
        assertThat(after.version().meaning()).isEqualTo(before.version().meaning());
    }

    @Test
    void readsThroughLinksAsMountedConfigurationHasThem() throws Exception {
        // Given
        Path data = Files.createDirectories(directory.resolve("mount/..2026_11_22"));
        Files.writeString(data.resolve("p.yaml"), PARTNER);
        Files.createSymbolicLink(directory.resolve("mount/..data"), Path.of("..2026_11_22"));
        Files.createSymbolicLink(directory.resolve("mount/p.yaml"), Path.of("..data/p.yaml"));
        Path linked = Files.createSymbolicLink(directory.resolve("linked"), directory.resolve("mount"));

        // When
        LoadedBundle bundle = loader.load(linked);

        // Then
        assertThat(bundle.model().partners()).hasSize(1);
    }

    @Test
    void leavesHiddenFilesAndSamplesAlone() throws Exception {
        // Given
        Files.writeString(directory.resolve("p.yaml"), PARTNER);
        Files.writeString(directory.resolve(".p.yaml.swp.yaml"), "kind: [");
        Files.createDirectories(directory.resolve(".git"));
        Files.writeString(directory.resolve(".git/x.yaml"), "kind: [");
        Files.createDirectories(directory.resolve("samples"));
        Files.writeString(directory.resolve("samples/orders.json"), "{}");

        // When
        LoadedBundle bundle = loader.load(directory);

        // Then
        assertThat(bundle.sources()).containsOnlyKeys("p.yaml");
    }

    @Test
    void linesMayEndAsOnWindows() throws Exception {
        // Given
        Files.writeString(
                directory.resolve("p.yaml"), PARTNER.replace("[DE]", "ours").replace("\n", "\r\n"));
        Files.writeString(directory.resolve("l.yaml"), "kind: List\r\nid: ours\r\nfile: ours.txt\r\n");
        Files.writeString(directory.resolve("ours.txt"), "DE\r\nAT\r\n");

        // When
        LoadedBundle bundle = loader.load(directory);

        // Then
        assertThat(bundle.model().partners().get(0).countries()).hasToString("[DE, AT]");
    }

    @Test
    void aListMayHaveTheNameOfADocument() throws Exception {
        // Given
        Files.writeString(directory.resolve("p.yaml"), PARTNER.replace("[DE]", "ours"));
        Files.writeString(directory.resolve("l.yaml"), "kind: List\nid: ours\nfile: ours.yaml.txt\n");
        Files.writeString(directory.resolve("ours.yaml.txt"), "DE\n");

        // When
        LoadedBundle bundle = loader.load(directory);

        // Then
        assertThat(bundle.warnings()).extracting(Problem::code).doesNotContain("ignored-file", "unused-list");
    }

    @Test
    void refusesABundleOfWhichAFileCannotBeRead() throws Exception {
        // Given
        Files.writeString(directory.resolve("p.yaml"), PARTNER);
        Files.createSymbolicLink(directory.resolve("q.yaml"), Path.of("nowhere.yaml"));

        // When
        InvalidBundleException refusal =
                catchThrowableOfType(InvalidBundleException.class, () -> loader.load(directory));

        // Then
        assertThat(refusal.problems()).extracting(Problem::code).contains("unreadable-file");
    }

    @Test
    void refusesABundleOfWhichAFileIsBrokenThoughAWordOfAnotherIsUnknown() throws Exception {
        // Given
        Files.writeString(directory.resolve("c.yaml"), """
                kind: Catalog
                id: c
                records:
                  - at: "$[*]"
                    customer:
                      id: id
                      consents: [{ adapter: nobodys, at: yes, purpose: marketing }]
                    fields: { id: user.unique_id }
                """);
        Files.writeString(directory.resolve("p.yaml"), "kind: [");

        // When
        InvalidBundleException refusal = catchThrowableOfType(
                InvalidBundleException.class, () -> loader.prepare(directory, new ThrowawayKeys()));

        // Then
        assertThat(refusal.problems()).extracting(Problem::code).contains("yaml-syntax");
    }

    @Test
    void refusesWhatIsNoDirectory() {
        // When
        InvalidBundleException refusal =
                catchThrowableOfType(InvalidBundleException.class, () -> loader.load(directory.resolve("nothing")));

        // Then
        assertThat(refusal.problems()).extracting(Problem::code).containsExactly("no-bundle");
    }

    @Test
    void refusesAFileThatIsTooLarge() throws Exception {
        // Given
        Files.write(directory.resolve("p.yaml"), new byte[YamlReader.LARGEST_FILE + 5]);

        // When
        InvalidBundleException refusal =
                catchThrowableOfType(InvalidBundleException.class, () -> loader.load(directory));

        // Then
        assertThat(refusal.problems()).extracting(Problem::code).containsExactly("file-too-large");
        assertThat(refusal.problems())
                .extracting(Problem::message)
                .containsExactly("the file has more than 4 MiB (expected: at most 4 MiB)");
    }

    @Test
    void aListsFileIsPartOfTheBundle() throws Exception {
        // Given
        Path file = directory.resolve("lists/countries.txt");
        Files.createDirectory(file.getParent());
        Files.writeString(directory.resolve("bundle.yaml"), """
                kind: List
                id: ours
                file: lists/countries.txt
                ---
                kind: Partner
                id: p
                role: carrier
                countries: ours
                purposes: [x.delivery]
                """);
        Files.writeString(file, "DE\n");
        LoadedBundle before = loader.load(directory);
        Files.writeString(file, "DE\n  AT\n");

        // When
        LoadedBundle after = loader.load(directory);

        // Then
        assertThat(after.model().partners().get(0).countries()).hasToString("[DE, AT]");
        assertThat(after.version().sources()).isNotEqualTo(before.version().sources());
        assertThat(after.version().meaning()).isNotEqualTo(before.version().meaning());
    }

    @Test
    void namesMeanWhatTheyStandFor() throws Exception {
        // Given
        String spelled =
                policy("    - any: [{ customer_country: [DE, AT] }, { attributes: { tier: { none_of: [a, b] } } }]");
        Files.writeString(directory.resolve("policy.yaml"), spelled);
        LoadedBundle plain = loader.load(directory);
        Files.writeString(directory.resolve("policy.yaml"), policy("    - is: ours"));
        Files.writeString(directory.resolve("names.yaml"), """
                kind: Condition
                id: ours
                any: [{ customer_country: near }, { attributes: { tier: { none_of: tiers } } }]
                ---
                kind: List
                id: near
                countries: [DE, AT]
                ---
                kind: List
                id: tiers
                values: [a, b]
                """);

        // When
        LoadedBundle named = loader.load(directory);

        // Then
        assertThat(named.version().meaning()).isEqualTo(plain.version().meaning());
    }

    private static String policy(String when) {
        return """
                kind: Catalog
                id: shop
                records:
                  - at: "$.c[*]"
                    customer: { id: id, country: country, attributes: { tier: tier } }
                    fields:
                      id: user.unique_id
                ---
                kind: Policy
                id: one
                partners: { roles: [carrier] }
                catalogs: [shop]
                purpose: x.delivery
                basis: contract
                for:
                %s
                share: [user.unique_id]
                """.formatted(when);
    }
}
