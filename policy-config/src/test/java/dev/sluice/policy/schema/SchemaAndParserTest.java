package dev.sluice.policy.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.Severity;
import dev.sluice.policy.diagnostic.SourceText;
import dev.sluice.policy.parse.BundleParser;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlList;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The parser and the schema agree on what a document may look like, also when one thing in it is changed. */
final class SchemaAndParserTest {

    private static final Verdict VERDICT = Verdict.by(JsonSchema.document());
    /** What both see. Whether a key is missing depends on others in some cases, which the parser alone knows. */
    private static final Set<String> OF_SHAPE =
            Set.of("unknown-key", "unknown-kind", "unknown-form", "unknown-basis", "unknown-condition", "wrong-type");

    static List<Documents> good() {
        return Documents.good();
    }

    @Test
    void theDocumentsUseEveryKeyAndWordOfTheTable() {
        // Given
        UsedKeys keys = new UsedKeys(BundleShapes.table());

        // When
        good().forEach(file -> file.documents().forEach(keys::add));

        // Then
        Set<String> unused = new TreeSet<>(UsedKeys.all(BundleShapes.table()));
        unused.removeAll(keys.used());
        unused.removeIf(key -> key.startsWith("document.") || key.startsWith("on-record."));
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("good")
    void theParserAcceptsThemAsTheyAre(Documents file) {
        for (YamlNode document : file.documents()) {
            assertThat(codes(document)).doesNotContainAnyElementsOf(OF_SHAPE);
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void theyAgreeOnEveryChangeOfOneThing(Documents file) {
        for (YamlNode document : file.documents()) {
            for (YamlNode changed : changes(document)) {
                Set<String> codes = codes(changed);
                List<String> complaints = VERDICT.of(changed);
                if (complaints.isEmpty()) {
                    assertThat(codes)
                            .as("the schema accepts %s", Verdict.json(changed))
                            .doesNotContainAnyElementsOf(OF_SHAPE);
                } else {
                    assertThat(codes)
                            .as("the schema refuses %s: %s", Verdict.json(changed), complaints)
                            .isNotEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("good")
    void theyAgreeOnEachListThatIsEmptied(Documents file) {
        for (YamlNode document : file.documents()) {
            for (YamlNode emptied : emptied(document)) {
                assertThat(VERDICT.of(emptied).isEmpty())
                        .as("the schema accepts %s", Verdict.json(emptied))
                        .isEqualTo(codes(emptied).isEmpty());
            }
        }
    }

    /** The document with one of its lists empty, for all of them. */
    private static List<YamlNode> emptied(YamlNode node) {
        List<YamlNode> all = new ArrayList<>();
        if (node instanceof YamlMap map) {
            for (int k = 0; k < map.entries().size(); k++) {
                YamlMap.Entry entry = map.entries().get(k);
                for (YamlNode value : emptied(entry.value())) {
                    all.add(new YamlMap(with(map, k, new YamlMap.Entry(entry.name(), value)), node.location()));
                }
            }
        } else if (node instanceof YamlList list) {
            all.add(new YamlList(List.of(), node.location()));
            for (int k = 0; k < list.elements().size(); k++) {
                for (YamlNode element : emptied(list.elements().get(k))) {
                    List<YamlNode> elements = new ArrayList<>(list.elements());
                    elements.set(k, element);
                    all.add(new YamlList(elements, node.location()));
                }
            }
        }
        return all;
    }

    @Test
    void theyKnowTheSameKinds() {
        // Given
        Problems problems = new Problems();

        // When
        new BundleParser(problems).parse(Documents.read("test", "kind: Nothing").documents());

        // Then
        assertThat(problems.sorted())
                .extracting(Problem::help)
                .containsExactly(JsonSchema.kinds().stream()
                        .reduce((kinds, kind) -> kinds + "`, `" + kind)
                        .map(kinds -> "known kinds are `" + kinds + "`")
                        .orElseThrow());
    }

    /** The codes of what is wrong with a document; what it refers to is not looked for. */
    private static Set<String> codes(YamlNode document) {
        Problems problems = new Problems();
        new BundleParser(problems, name -> Optional.of(SourceText.of(name, "a"))).parse(List.of(document));
        Set<String> codes = new TreeSet<>();
        problems.sorted().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .filter(problem -> !problem.message().startsWith("no condition has the id"))
                .map(Problem::code)
                .forEach(codes::add);
        return codes;
    }

    /** The document with one thing changed, for all things and ways: a key more, a key less, a value of another kind. */
    private static List<YamlNode> changes(YamlNode node) {
        List<YamlNode> changes = new ArrayList<>(replacements(node));
        if (node instanceof YamlMap map) {
            changes.add(new YamlMap(with(map, map.entries().size(), entry("zz", node)), node.location()));
            for (int k = 0; k < map.entries().size(); k++) {
                YamlMap.Entry entry = map.entries().get(k);
                changes.add(new YamlMap(without(map, k), node.location()));
                for (YamlNode value : changes(entry.value())) {
                    changes.add(new YamlMap(with(map, k, new YamlMap.Entry(entry.name(), value)), node.location()));
                }
            }
        } else if (node instanceof YamlList list) {
            for (int k = 0; k < list.elements().size(); k++) {
                for (YamlNode element : changes(list.elements().get(k))) {
                    List<YamlNode> elements = new ArrayList<>(list.elements());
                    elements.set(k, element);
                    changes.add(new YamlList(elements, node.location()));
                }
            }
        }
        return changes;
    }

    private static List<YamlNode> replacements(YamlNode node) {
        YamlNode number = new YamlScalar(YamlScalar.Kind.NUMBER, "7", node.location());
        return List.of(
                number,
                new YamlScalar(YamlScalar.Kind.BOOLEAN, "true", node.location()),
                new YamlScalar(YamlScalar.Kind.NULL, "", node.location()),
                new YamlList(List.of(number), node.location()),
                new YamlMap(List.of(entry("zz", number)), node.location()));
    }

    private static YamlMap.Entry entry(String key, YamlNode value) {
        return new YamlMap.Entry(new YamlScalar(YamlScalar.Kind.TEXT, key, value.location()), value);
    }

    private static List<YamlMap.Entry> without(YamlMap map, int place) {
        List<YamlMap.Entry> entries = new ArrayList<>(map.entries());
        entries.remove(place);
        return entries;
    }

    private static List<YamlMap.Entry> with(YamlMap map, int place, YamlMap.Entry entry) {
        List<YamlMap.Entry> entries = new ArrayList<>(map.entries());
        if (place < entries.size()) {
            entries.set(place, entry);
        } else {
            entries.add(entry);
        }
        return entries;
    }
}
