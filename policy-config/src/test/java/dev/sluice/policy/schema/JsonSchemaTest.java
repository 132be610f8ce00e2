package dev.sluice.policy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.yaml.YamlNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The schemas accept every bundle that loads, and refuse what an editor should mark. */
final class JsonSchemaTest {

    private static final Verdict VERDICT = Verdict.by(JsonSchema.document());
    /** What a schema sees: the form of one document. */
    private static final Set<String> SEEN =
            Set.of("unknown-key", "unknown-kind", "unknown-form", "unknown-basis", "wrong-type");

    static List<Documents> good() {
        return Documents.good();
    }

    static List<Path> refused() {
        return Documents.refused().stream().filter(JsonSchemaTest::isSeen).toList();
    }

    private static boolean isSeen(Path bundle) {
        try {
            String report = Files.readString(bundle.resolve("expected.txt"));
            return SEEN.stream().anyMatch(code -> report.contains(" " + code + " "));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void acceptsWhatLoads(Documents file) {
        for (YamlNode document : file.documents()) {
            assertThat(VERDICT.of(document)).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void acceptsItUnderItsKindAlone(Documents file) {
        for (YamlNode document : file.documents()) {
            String kind = Verdict.json(document).get("kind").stringValue();
            assertThat(Verdict.by(JsonSchema.kind(kind).orElseThrow()).of(document))
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("refused")
    void refusesWhatIsWrongWithinOneDocument(Path bundle) {
        // When
        List<String> complaints = Documents.below(bundle).stream()
                .flatMap(document -> VERDICT.of(document).stream())
                .toList();

        // Then
        assertThat(complaints).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{kind: Polocy, id: a} | enumeration",
                "{id: a} | required property 'kind'",
                "{kind: Role, id: a, wy: b} | 'wy'",
                "{kind: Role, id: 7} | /id",
                "{kind: Role} | 'id'",
                "{kind: Category, id: x.card, is_a: user.emial} | /is_a",
                "{kind: Invariant, id: a} | one and only one",
                "{kind: Partner, id: a, role: carrier, countries: DE, purposes: x.delivery, status: on} | /status"
            })
    void tellsWhatIsWrong(String yaml, String complaint) {
        // Given
        YamlNode document = Documents.read("test", yaml).documents().get(0);

        // When
        List<String> complaints = VERDICT.of(document);

        // Then
        assertThat(complaints).anySatisfy(text -> assertThat(text).contains(complaint));
    }

    @Test
    void describesEveryKeyOfEveryKind() {
        // When
        JsonNode definitions =
                new ObjectMapper().readTree(JsonSchema.document()).get("definitions");

        // Then
        definitions.forEach(definition -> {
            JsonNode properties = definition.path("properties");
            properties.forEach(property ->
                    assertThat(property.path("description").stringValue("")).isNotBlank());
        });
        assertThat(definitions
                        .path("policy")
                        .path("properties")
                        .path("review_by")
                        .path("description")
                        .stringValue())
                .isEqualTo("Once this day has passed, loading warns.");
    }

    @Test
    void completesCategories() {
        // When
        JsonNode category = new ObjectMapper()
                .readTree(JsonSchema.document())
                .path("definitions")
                .path("category");

        // Then
        assertThat(category.toString()).contains("user.contact.email").contains("x.order.items");
    }

    @Test
    void anUnknownKindHasNoSchema() {
        assertThat(JsonSchema.kind("Polocy")).isEmpty();
    }

    @Test
    void knowsWhatIsOnRecord() {
        // Given
        String yaml = "{consents: [{customer: '1', purpose: x.delivery, state: given}], facts: {'1': {country: DE}}}";
        Verdict verdict = Verdict.by(JsonSchema.onRecord());

        // When
        List<String> complaints =
                verdict.of(Documents.read("test", yaml).documents().get(0));

        // Then
        assertThat(complaints).isEmpty();
        assertThat(verdict.of(Documents.read("test", "{consents: [{customer: 1}]}")
                        .documents()
                        .get(0)))
                .isNotEmpty();
    }
}
