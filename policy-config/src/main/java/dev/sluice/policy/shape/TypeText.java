package dev.sluice.policy.shape;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a type as a table writes it: {@code list of whole 1..150 or known age-table}. */
final class TypeText {

    private static final Pattern WHOLE = Pattern.compile("whole (-?\\d+)\\.\\.(-?\\d+)");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]*");

    private TypeText() {}

    static ValueType read(String text) {
        List<ValueType> types =
                Arrays.stream(text.split(" or ")).map(TypeText::single).toList();
        return types.size() == 1 ? types.get(0) : new ValueType.Either(types);
    }

    private static ValueType single(String written) {
        String text = written.strip();
        Matcher whole = WHOLE.matcher(text);
        if (whole.matches()) {
            return new ValueType.Whole(Integer.parseInt(whole.group(1)), Integer.parseInt(whole.group(2)));
        }
        return several(text)
                .or(() -> behind(text, "map of ").map(value -> new ValueType.MapOf(single(value))))
                .or(() -> behind(text, "one of ").map(words -> new ValueType.OneOf(List.of(words.split(",\\s*")))))
                .or(() -> behind(text, "known ").map(ValueType.Known::new))
                .or(() -> behind(text, "words of ").map(ValueType.WordsOf::new))
                .or(() -> behind(text, "kind ").map(ValueType.Kind::new))
                .orElseGet(() -> named(text));
    }

    private static Optional<ValueType> several(String text) {
        Optional<String> of = behind(text, "filled ");
        String list = of.orElse(text);
        return behind(list, "list of ")
                .<ValueType>map(element -> new ValueType.ListOf(single(element), of.isPresent()))
                .or(() -> behind(list, "some ").map(element -> new ValueType.Some(single(element), of.isPresent())));
    }

    private static Optional<String> behind(String text, String beginning) {
        return text.startsWith(beginning) ? Optional.of(text.substring(beginning.length())) : Optional.empty();
    }

    private static ValueType named(String text) {
        for (ValueType.Plain plain : ValueType.Plain.values()) {
            if (plain.name().toLowerCase(Locale.ROOT).equals(text)) {
                return plain;
            }
        }
        if (!NAME.matcher(text).matches()) {
            throw new IllegalStateException("`" + text + "` is no type");
        }
        return new ValueType.Named(text);
    }
}
