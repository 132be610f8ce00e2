package dev.sluice.policy.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that a rule may say has words; whoever adds a condition, a basis or a form without any learns it here. */
class WordsTest {

    private static final SourceLocation PLACE = new SourceLocation("policy.yaml", 1, 1);
    private static final String PURPOSE = "marketing.communications.email";

    static Stream<Condition> conditions() {
        return kinds(Condition.class);
    }

    static Stream<Basis> bases() {
        return kinds(Basis.class);
    }

    static Stream<FormSpec> forms() {
        return kinds(FormSpec.class);
    }

    @ParameterizedTest
    @MethodSource("conditions")
    void everyConditionHasWordsForItselfAndItsOpposite(Condition condition) {
        // When
        String words = ConditionWords.of(condition, PURPOSE);

        // Then
        assertThat(words).isNotBlank().doesNotContain("[", "null", "Named");
        assertThat(ConditionWords.not(condition, PURPOSE)).isNotBlank().isNotEqualTo(words);
    }

    @ParameterizedTest
    @MethodSource("bases")
    void everyBasisHasWords(Basis basis) {
        assertThat(BasisWords.of(basis, PURPOSE)).isNotBlank().doesNotContain("[", "null");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFormHasWords(FormSpec form) {
        assertThat(form.traits().text()).isNotBlank().doesNotContain("[", "null@");
        assertThat(form.word()).matches("[a-z_]+");
    }

    @Test
    void saysTheOppositeOfAJoinedConditionDirectly() {
        // Given
        Condition adult = new Condition.Age(true, new Condition.AgeBound.Years(18), PLACE);
        Condition near = new Condition.CustomerCountry(List.of(word("DE"), word("AT"), word("CH")), PLACE);
        Condition both = new Condition.All(List.of(adult, near), PLACE);

        // When
        String words = ConditionWords.not(both, PURPOSE);

        // Then
        assertThat(words).isEqualTo("the customer is younger than 18 or the customer does not live in DE, AT or CH");
    }

    @Test
    void putsWhatIsJoinedOtherwiseInBrackets() {
        // Given
        Condition adult = new Condition.Age(true, new Condition.AgeBound.Years(18), PLACE);
        Condition female = new Condition.Gender(List.of(word("female")), PLACE);
        Condition near = new Condition.CustomerCountry(List.of(word("DE")), PLACE);
        Condition nested = new Condition.All(List.of(near, new Condition.Any(List.of(adult, female), PLACE)), PLACE);

        // When
        String words = ConditionWords.of(nested, PURPOSE);

        // Then
        assertThat(words)
                .isEqualTo("the customer lives in DE"
                        + " and (the customer is 18 or older or the customer's gender is female)");
    }

    @Test
    void saysThatACutHoldsInDoubt() {
        // Given
        Condition minor = new Condition.Age(false, new Condition.AgeBound.Years(16), PLACE);

        // When
        String words = CutWords.holds(minor, null, PURPOSE);

        // Then
        assertThat(words).isEqualTo("unless it is certain that the customer is 16 or older");
    }

    private static Named word(String text) {
        return new Named(text, PLACE);
    }

    private static <T> Stream<T> kinds(Class<T> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .filter(Class::isRecord)
                .map(kind -> sealed.cast(sample(kind)));
    }

    /** Some value of a type of the model: of a sealed type its first kind, of a record one with sample components. */
    private static Object sample(Type type) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(sample(list.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType set && set.getRawType() == Set.class) {
            return Set.of(sample(set.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType) {
            return Map.of();
        }
        Object plain = PLAIN.get((Class<?>) type);
        return plain != null ? plain : composed((Class<?>) type);
    }

    private static Object composed(Class<?> type) {
        if (type == Condition.class) {
            return new Condition.Age(true, new Condition.AgeBound.Years(18), PLACE);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return sample(type.getPermittedSubclasses()[0]);
        }
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components)
                            .map(component -> sample(component.getGenericType()))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no sample of " + type, e);
        }
    }

    private static final Map<Class<?>, Object> PLAIN = Map.of(
            String.class,
            "7",
            int.class,
            7,
            boolean.class,
            true,
            Integer.class,
            7,
            SourceLocation.class,
            PLACE,
            Named.class,
            word("gold"),
            FactValue.class,
            new FactValue(FactValue.Kind.STRING, "gold"),
            LocalDate.class,
            LocalDate.parse("2026-11-21"),
            Period.class,
            Period.ofMonths(13),
            Instant.class,
            Instant.parse("2026-11-21T10:00:00Z"));
}
