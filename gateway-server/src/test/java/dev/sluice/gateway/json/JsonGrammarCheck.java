package dev.sluice.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.field.FieldTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A corpus of RFC 8259 cases whose names say what must become of them: {@code y_} accepted, {@code n_} refused, {@code i_} either
 * way but the same for every chunking. The folder is a property of the build.
 */
final class JsonGrammarCheck {

    private static final FieldTree EMPTY = Trees.tree().build();

    /** Cases that are the implementation's choice and that this engine accepts; all other {@code i_} cases it refuses. */
    private static final Set<String> ACCEPTED = Set.of(
            "i_number_double_huge_neg_exp.json",
            "i_number_huge_exp.json",
            "i_number_neg_int_huge_exp.json",
            "i_number_pos_double_huge_exp.json",
            "i_number_real_neg_overflow.json",
            "i_number_real_pos_overflow.json",
            "i_number_real_underflow.json",
            "i_number_too_big_neg_int.json",
            "i_number_too_big_pos_int.json",
            "i_number_very_big_negative_int.json",
            "i_object_key_lone_2nd_surrogate.json",
            "i_string_1st_surrogate_but_2nd_missing.json",
            "i_string_1st_valid_surrogate_2nd_invalid.json",
            "i_string_incomplete_surrogate_and_escape_valid.json",
            "i_string_incomplete_surrogate_pair.json",
            "i_string_incomplete_surrogates_escape_valid.json",
            "i_string_invalid_lonely_surrogate.json",
            "i_string_invalid_surrogate.json",
            "i_string_inverted_surrogates_U+1D11E.json",
            "i_string_lone_second_surrogate.json");

    static Stream<Path> cases() throws IOException {
        Path folder = Path.of(System.getProperty("shared.dir", ""), "jsontestsuite", "test_parsing");
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> sorted = files.sorted().toList();
            return sorted.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void acceptsAndRefusesWhatTheCaseSays(Path file) throws IOException {
        // Given
        byte[] body = Files.readAllBytes(file);
        String name = String.valueOf(file.getFileName());

        // When
        String whole = outcome(body, Integer.MAX_VALUE);

        // Then
        boolean accepted = whole.startsWith("accepted");
        assertThat(accepted).as(whole).isEqualTo(name.startsWith("y_") || ACCEPTED.contains(name));
        for (int size : new int[] {1, 2, 3, 7}) {
            assertThat(outcome(body, size)).as("pieces of " + size).isEqualTo(whole);
        }
    }

    private static String outcome(byte[] body, int size) {
        Feeding feeding = Feeding.sharingAll(EMPTY, JsonLimits.DEFAULTS, true);
        try {
            return "accepted " + Feeding.text(feeding.inPieces(body, at -> size));
        } catch (MalformedJsonException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
