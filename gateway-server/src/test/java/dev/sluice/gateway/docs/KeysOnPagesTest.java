package dev.sluice.gateway.docs;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gateway.config.GatewayShapes;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.shape.Choice;
import dev.sluice.policy.shape.Shape;
import dev.sluice.policy.shape.ShapeTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The tables of keys that parsers go by, and the pages that tell of them: no key stands in one of the two alone. */
final class KeysOnPagesTest {

    private static final Path PLACES = Path.of("src/test/resources/dev/sluice/gateway/docs/keys-on-pages.txt");
    private static final Map<String, ShapeTable> TABLES =
            Map.of("bundle.txt", BundleShapes.table(), "gateway.txt", GatewayShapes.table());

    /** By which a document is found; told once for all kinds. */
    private static final String KIND = "kind";

    /** A map of a table of keys, and the section of a page that tells of it. */
    record Place(String table, String map, String page, String anchor) {

        static Place of(String line) {
            String[] words = line.split("[\\s#]+");
            return new Place(words[0], words[1], words[2], words[3]);
        }

        Set<String> keys() {
            ShapeTable shapes = requireNonNull(TABLES.get(table));
            return shapes.hasChoice(map)
                    ? new TreeSet<>(shapes.choice(map).words())
                    : shapes.shape(map).keys().keySet().stream()
                            .filter(key -> !key.equals(KIND))
                            .collect(toCollection(TreeSet::new));
        }

        Section section() {
            return Page.of(page).section(anchor);
        }

        String where() {
            return page + "#" + anchor;
        }

        @Override
        public String toString() {
            return table + " " + map + " in " + where();
        }
    }

    static List<Place> places() throws IOException {
        return Files.readAllLines(PLACES).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(Place::of)
                .toList();
    }

    static Stream<List<Place>> sections() throws IOException {
        Map<String, List<Place>> sections =
                places().stream().collect(Collectors.groupingBy(Place::where, TreeMap::new, Collectors.toList()));
        return sections.values().stream();
    }

    @Test
    void everyMapHasItsSection() throws IOException {
        // Given
        Set<String> maps = new TreeSet<>();
        TABLES.forEach((name, table) -> Stream.concat(
                        table.shapes().stream().map(Shape::name),
                        table.choices().stream().map(Choice::name))
                .forEach(map -> maps.add(name + " " + map)));

        // When
        Set<String> told = places().stream()
                .map(place -> place.table() + " " + place.map())
                .collect(toCollection(TreeSet::new));

        // Then
        assertThat(told).isEqualTo(maps);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void everyKeyStandsInItsSection(Place place) {
        Set<String> told = place.section().words();

        assertThat(told).containsAll(place.keys());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sections")
    void everyKeyOfATableExists(List<Place> told) {
        // Given
        Set<String> known =
                told.stream().flatMap(place -> place.keys().stream()).collect(toCollection(TreeSet::new));

        // When
        Set<String> named = told.get(0).section().namedByTables();

        // Then
        assertThat(known).as(told.toString()).containsAll(named);
    }

    @Test
    void noTableOfKeysIsLeftOut() throws IOException {
        // Given
        Set<String> pages = places().stream().map(Place::page).collect(toCollection(TreeSet::new));
        Set<String> looked = places().stream().map(Place::where).collect(toCollection(TreeSet::new));

        // When
        Set<String> withTables = pages.stream()
                .flatMap(page -> Page.of(page).sections().entrySet().stream()
                        .filter(section -> !section.getValue().namedByTables().isEmpty())
                        .map(section -> page + "#" + section.getKey()))
                .collect(toCollection(TreeSet::new));

        // Then
        assertThat(looked).containsAll(withTables);
        assertThat(withTables).hasSizeGreaterThan(25);
    }

    @Test
    void thePageNamesEveryKind() {
        // Given
        Set<String> kinds = BundleShapes.table().shapes().stream()
                .flatMap(shape -> shape.kind().stream())
                .collect(toCollection(TreeSet::new));

        // When
        Set<String> named = Page.of("policy/reference.md").section("files").named(KIND);

        // Then
        assertThat(named).isEqualTo(kinds);
    }

    @Test
    void aSectionTellsWhatItsTablesName() {
        // Given
        Section section = new Section("""

                Prose with `code`.

                | key | says |
                |---|---|
                | `a.b`, `.c` | not `d` |
                | `round: 10` | e |

                | step | means |
                |---|---|
                | `f` | g |
                """);

        // When
        Set<String> named = section.namedByTables();

        // Then
        assertThat(named).containsExactly("b", "c", "round");
        assertThat(section.words()).contains("code", "d", "f");
    }
}
