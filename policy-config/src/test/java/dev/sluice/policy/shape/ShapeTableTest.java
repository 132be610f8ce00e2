package dev.sluice.policy.shape;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.policy.Samples;
import dev.sluice.policy.condition.Terms;
import dev.sluice.policy.evaluate.ConsentAdapters;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.transform.Transforms;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of a bundle's shapes hangs together, and what is no table is not read. */
final class ShapeTableTest {

    private final ShapeTable table = BundleShapes.table();

    @Test
    void everythingIsReachedFromADocument() {
        // Given
        Set<String> reached = new HashSet<>(List.of("document"));

        // When
        table.shapes().stream()
                .filter(shape -> shape.kind().isPresent() || shape.name().equals("on-record"))
                .forEach(shape -> new Reach(table, reached).shape(shape.name()));

        // Then
        Set<String> all = new HashSet<>(table.types().keySet());
        table.shapes().forEach(shape -> all.add(shape.name()));
        table.choices().forEach(choice -> all.add(choice.name()));
        assertThat(reached).isEqualTo(all);
    }

    @Test
    void everyKeyIsDescribedInASentence() {
        Stream<String> keys = table.shapes().stream()
                .flatMap(shape -> shape.keys().values().stream())
                .map(ShapeKey::description);
        Stream<String> options = table.choices().stream()
                .flatMap(choice -> choice.options().values().stream())
                .map(Choice.Option::description);

        assertThat(Stream.concat(keys, options)).allMatch(text -> text.matches("(?s)[`\\[A-Z0-9].{2,}\\."));
    }

    @Test
    void conditionsAreThoseOfTheModel() {
        assertThat(BundleShapes.choice("condition").words()).isEqualTo(Terms.words());
    }

    @Test
    void formsAreThoseThatCanBeMade() {
        assertThat(BundleShapes.choice("form-step").words()).isEqualTo(Transforms.words());
    }

    @Test
    void basesAreThoseOfTheModel() {
        assertThat(Samples.kinds(Basis.class).map(Basis::word))
                .containsExactlyElementsOf(BundleShapes.choice("basis").words());
    }

    @Test
    void adaptersAreThoseThatReadConsents() {
        assertThat(table.shape("consent-source").key("adapter").type())
                .isEqualTo(new ValueType.OneOf(ConsentAdapters.words()));
    }

    @Test
    void exclusiveKeysAreKeys() {
        assertThat(table.shapes())
                .allSatisfy(shape -> assertThat(shape.keys().keySet()).containsAll(shape.exactlyOne()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "shape a: one\nIt is.\n  key text\n",
                "shape a: one\nIt is.\nIt is not.\n",
                "shape a: one\nIt is.\n  key | Text | A text.\n",
                "shape a: one\nIt is.\n  key | text | A text.\n  key | text | A text.\n",
                "shape a: one\nIt is.\nshape a: one\n",
                "Nothing.\n"
            })
    void whatIsNoTableIsNotRead(String text) {
        assertThatThrownBy(() -> new ShapeReader("test.txt").read(text)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void askingForAKeyThatAShapeDoesNotHaveIsAFault() {
        assertThatThrownBy(() -> BundleShapes.shape("policy").key("shares"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the shape `policy` has no key `shares`");
    }

    /** Follows the names in types. */
    private record Reach(ShapeTable table, Set<String> reached) {

        void shape(String name) {
            Shape shape = table.shape(name);
            if (reached.add(name)) {
                shape.keys().values().forEach(key -> type(key.type()));
                shape.others().ifPresent(this::others);
                shape.choice().ifPresent(this::choice);
            }
        }

        private void choice(String name) {
            if (reached.add(name)) {
                Choice choice = table.choice(name);
                choice.options().values().forEach(option -> option.parameter().ifPresent(this::type));
                choice.others().ifPresent(this::others);
            }
        }

        private void others(OtherKeys others) {
            type(others.key());
            type(others.value());
        }

        private void type(ValueType type) {
            if (type instanceof ValueType.Named named) {
                named(named.name());
            } else if (type instanceof ValueType.WordsOf words) {
                choice(words.choice());
            } else if (type instanceof ValueType.ListOf list) {
                type(list.element());
            } else if (type instanceof ValueType.Some some) {
                type(some.element());
            } else if (type instanceof ValueType.MapOf map) {
                type(map.value());
            } else if (type instanceof ValueType.Either either) {
                either.types().forEach(this::type);
            }
        }

        private void named(String name) {
            if (table.hasShape(name)) {
                shape(name);
            } else if (table.hasChoice(name)) {
                choice(name);
            } else if (reached.add(name)) {
                type(table.type(name));
            }
        }
    }
}
