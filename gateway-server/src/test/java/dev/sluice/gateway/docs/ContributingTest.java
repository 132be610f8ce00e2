package dev.sluice.gateway.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The page on how to add things names places that are there. */
final class ContributingTest {

    private static final Path PAGE = Path.of("../docs/CONTRIBUTING.md");
    private static final Pattern PLACE = Pattern.compile("`(policy|gateway)/([A-Za-z/.]+)`");

    static List<MatchResult> places() throws IOException {
        return PLACE.matcher(Files.readString(PAGE)).results().toList();
    }

    @ParameterizedTest
    @MethodSource("places")
    void namesWhatIsThere(MatchResult place) {
        String module = place.group(1).equals("policy") ? "../policy-config" : "../gateway-server";
        String inside = "dev/sluice/" + place.group(1) + "/" + place.group(2);

        assertThat(Stream.of("java/" + inside, "java/" + inside + ".java", "resources/" + inside)
                        .map(file -> Path.of(module, "src/main", file)))
                .as(place.group())
                .anyMatch(Files::exists);
    }

    @Test
    void namesPlacesAtAll() throws IOException {
        assertThat(places()).hasSizeGreaterThan(20);
    }
}
