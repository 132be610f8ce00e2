package dev.sluice.policy.model;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a record says who its customer is and what is known of them.
 *
 * @param ids first that is present names the person
 * @param noneIf values that stand for nobody in particular
 * @param attributes places by attribute name
 */
public record CustomerShape(
        List<IdPlace> ids,
        List<FactValue> noneIf,
        List<Place> country,
        List<Place> state,
        @Nullable GenderShape gender,
        @Nullable BirthDateShape birthDate,
        List<Place> language,
        Map<String, List<Place>> attributes,
        List<ConsentShape> consents) {

    public CustomerShape {
        ids = List.copyOf(ids);
        noneIf = List.copyOf(noneIf);
        country = List.copyOf(country);
        state = List.copyOf(state);
        language = List.copyOf(language);
        attributes = Map.copyOf(attributes);
        consents = List.copyOf(consents);
    }

    /** @param namespace which kind of id it is; null for the shop's own customer id */
    public record IdPlace(Place place, @Nullable String namespace) {}

    /** @param values the document's word (lower case) to {@code male}, {@code female} or {@code other} */
    public record GenderShape(List<Place> at, Map<String, String> values) {
        public GenderShape {
            at = List.copyOf(at);
            values = Map.copyOf(values);
        }
    }

    /** @param format a {@link java.time.format.DateTimeFormatter} pattern; null for ISO 8601 */
    public record BirthDateShape(List<Place> at, @Nullable String format) {
        public BirthDateShape {
            at = List.copyOf(at);
        }
    }
}
