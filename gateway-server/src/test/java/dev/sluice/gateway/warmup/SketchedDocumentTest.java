package dev.sluice.gateway.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.field.ElementSelector;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldTree;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class SketchedDocumentTest {

    private static final JsonMapper JSON = new JsonMapper();

    static List<String> catalogs() {
        return ShopExample.catalogs();
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void aFewVariantsHoldAValueAtEachPlaceOfTheCatalog(String catalog) {
        // Given
        FieldTree tree = ShopExample.tree(catalog);
        Set<Integer> reached = new HashSet<>();

        // When
        for (int variant = 0; variant < 16; variant++) {
            byte[] document = SketchedDocument.of(tree, 3, variant);
            reach(tree, tree.root(), JSON.readTree(document), reached);
        }

        // Then
        List<String> missed = tree.nodes().stream()
                .filter(node -> node.scalar() && node.children().isEmpty() && !isName(tree, node))
                .filter(node -> !reached.contains(node.index()))
                .map(FieldNode::pattern)
                .toList();
        assertThat(missed).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void anotherVariantIsAnotherDocument(String catalog) {
        FieldTree tree = ShopExample.tree(catalog);
        Set<String> documents = new HashSet<>();
        for (int variant = 0; variant < 8; variant++) {
            documents.add(new String(SketchedDocument.of(tree, 3, variant), StandardCharsets.UTF_8));
        }
        assertThat(documents).hasSize(8);
    }

    @ParameterizedTest
    @MethodSource("catalogs")
    void staysBelowAMegabyteHoweverManyRecordsItHas(String catalog) {
        assertThat(SketchedDocument.of(ShopExample.tree(catalog), 100_000, 1)).hasSizeLessThan(1_000_000);
    }

    private static boolean isName(FieldTree tree, FieldNode node) {
        return tree.nodes().stream().anyMatch(other -> other.name() == node.index());
    }

    private static void reach(FieldTree tree, FieldNode node, JsonNode value, Set<Integer> reached) {
        if (value.isObject()) {
            for (Map.Entry<String, JsonNode> member : value.properties()) {
                int child = node.members().getOrDefault(member.getKey(), node.anyMember());
                follow(tree, child, member.getValue(), reached);
            }
        } else if (value.isArray()) {
            for (int k = 0; k < value.size(); k++) {
                follow(tree, element(node, k, value.get(k)), value.get(k), reached);
            }
        } else {
            reached.add(node.index());
        }
    }

    private static void follow(FieldTree tree, int child, JsonNode value, Set<Integer> reached) {
        if (child != FieldTree.NONE) {
            reach(tree, tree.node(child), value, reached);
        }
    }

    private static int element(FieldNode array, int index, JsonNode element) {
        for (ElementSelector selector : array.selectors()) {
            boolean selected = selector.wanted().entrySet().stream()
                    .allMatch(
                            wanted -> element.path(wanted.getKey()).asString("").equals(wanted.getValue()));
            if (selected) {
                return selector.child();
            }
        }
        return array.elements().getOrDefault(index, array.anyElement());
    }
}
