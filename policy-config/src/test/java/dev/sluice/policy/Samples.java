package dev.sluice.policy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.sluice.policy.condition.Age;
import dev.sluice.policy.condition.CustomerCountry;
import dev.sluice.policy.condition.CustomerRegion;
import dev.sluice.policy.condition.CustomerState;
import dev.sluice.policy.condition.Gender;
import dev.sluice.policy.condition.Language;
import dev.sluice.policy.condition.PartnerCountry;
import dev.sluice.policy.condition.PartnerRegion;
import dev.sluice.policy.condition.Term;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.transform.InitialSpec;
import dev.sluice.policy.transform.Transform;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** One value of each kind of a thing that there is, found by itself: whoever adds a kind need not think of it. */
public final class Samples {

    public static final SourceLocation PLACE = new SourceLocation("policy.yaml", 1, 1);

    private Samples() {}

    /** One of each kind of a sealed type. */
    public static <T> Stream<T> kinds(Class<T> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .filter(Class::isRecord)
                .map(kind -> sealed.cast(sample(kind, word("gold"))));
    }

    /** One of each kind of term. */
    public static Stream<Term> terms() {
        return new ClassFileImporter()
                .importPackagesOf(Term.class).stream()
                        .filter(type -> type.isRecord() && type.isAssignableTo(Term.class))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .map(type -> (Term) sample(type.reflect(), words(type.reflect())));
    }

    /** One of each kind of transform. */
    public static Stream<Transform> transforms() {
        return new ClassFileImporter()
                .importPackagesOf(Transform.class).stream()
                        .filter(type -> type.isRecord() && type.isAssignableTo(Transform.class))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .map(type -> (Transform) sample(type.reflect(), word("gold")));
    }

    public static Named word(String text) {
        return new Named(text, PLACE);
    }

    private static Named words(Class<?> term) {
        return word(WORDS.getOrDefault(term, "gold"));
    }

    /** Some value of a type of the model: of a sealed type its first kind, of a record one with sample components. */
    private static Object sample(Type type, Named word) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return List.of(sample(list.getActualTypeArguments()[0], word));
        }
        if (type instanceof ParameterizedType set && set.getRawType() == Set.class) {
            return Set.of(sample(set.getActualTypeArguments()[0], word));
        }
        if (type instanceof ParameterizedType) {
            return Map.of();
        }
        Object plain = type == Named.class ? word : PLAIN.get((Class<?>) type);
        return plain != null ? plain : composed((Class<?>) type, word);
    }

    private static Object composed(Class<?> type, Named word) {
        if (type == FormSpec.class) {
            return new InitialSpec();
        }
        if (type == Condition.class) {
            return new Age(true, new Age.Bound.Years(18), PLACE);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[0];
        }
        if (type.isSealed()) {
            return sample(type.getPermittedSubclasses()[0], word);
        }
        RecordComponent[] components = type.getRecordComponents();
        try {
            return type.getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new))
                    .newInstance(Arrays.stream(components)
                            .map(component -> sample(component.getGenericType(), word))
                            .toArray());
        } catch (ReflectiveOperationException e) {
            throw new AssertionError("no sample of " + type, e);
        }
    }

    /** Terms that take words of a vocabulary. */
    private static final Map<Class<?>, String> WORDS = Map.of(
            CustomerCountry.class, "DE",
            CustomerState.class, "US-CA",
            CustomerRegion.class, "EU",
            PartnerCountry.class, "DE",
            PartnerRegion.class, "EU",
            Gender.class, "other",
            Language.class, "de");

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
            FactValue.class,
            new FactValue(FactValue.Kind.STRING, "gold"),
            LocalDate.class,
            LocalDate.parse("2026-11-21"),
            Period.class,
            Period.ofMonths(13),
            Instant.class,
            Instant.parse("2026-11-21T10:00:00Z"));
}
