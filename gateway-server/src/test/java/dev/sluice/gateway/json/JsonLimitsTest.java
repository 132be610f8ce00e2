package dev.sluice.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.policy.field.FieldTree;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too large is withheld or refused, without being held, however it is cut. */
final class JsonLimitsTest {

    private static final JsonLimits SMALL = new JsonLimits(8, 40, 12, 60, 200, 4);
    private static final FieldTree TREE = Trees.tree()
            .record("c[*]")
            .field("c[*].id", "c[*].t", "c[*].m[?k='x'].v", "next")
            .build();
    private static final int[] PIECES = {1, 2, 3, 7, 50, 1_000_000};

    private static Feeding feeding() {
        return Feeding.sharingAll(TREE, SMALL, false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"t\":\"LONG\"}",
                "{\"id\":1,\"other\":\"LONG\"}",
                "{\"id\":1,\"m\":[{\"v\":\"LONG\",\"k\":\"x\"}]}",
                "{\"id\":1,\"other\":{\"a\":[\"LONG\",{\"b\":\"LONG\"}]},\"id\":2}",
                "{\"id\":1,                                                                           \"t\":2}",
            })
    void withholdsARecordThatIsTooLarge(String large) throws MalformedJsonException {
        // Given
        String record = large.replace("LONG", "x".repeat(70));
        String body = "{\"c\":[{\"id\":0}," + record + ",{\"id\":9}]}";

        for (int size : PIECES) {
            // When
            Feeding feeding = feeding();
            String filtered = feeding.inPiecesOf(body, size);

            // Then
            assertThat(filtered).as("pieces of " + size).isEqualTo("{\"c\":[{\"id\":0},{\"id\":9}]}");
            assertThat(feeding.filter().tally().withheldRecords())
                    .containsEntry(DisclosureTally.reasonOf(RecordFault.RECORD_TOO_LARGE), 1L);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 50})
    void refusesALongNameThatIsNoTextHoweverItArrives(int size) throws MalformedJsonException {
        byte[] body = "{\"LONG\":1}"
                .replace("LONG", "n".repeat(70) + "\u00e9")
                .getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> feeding().inPieces(body, at -> body.length))
                .isInstanceOf(MalformedJsonException.class);
        assertThatThrownBy(() -> feeding().inPieces(body, at -> size)).isInstanceOf(MalformedJsonException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LONG[[]]",
                "{LONG}",
                "{\"c\":[LONG]}",
                "{\"c\":LONG[]}",
                "{\"c\":[] LONG,\"other\":1}",
                "{\"c\":[{\"id\":1}LONG,{\"id\":2}]}",
                "{\"other\":LONG12345}",
                "{\"other\":LONG\"text\"}",
                "{\"next\":SHORT\"some text\"}",
                "{\"other\" SHORT: 1234567890}",
            })
    void refusesMuchWhiteSpaceOutsideRecordsHoweverItArrives(String body) {
        byte[] bytes = Feeding.bytes(body.replace("LONG", " ".repeat(70)).replace("SHORT", "\n".repeat(55)));

        for (int size : PIECES) {
            assertThatThrownBy(() -> feeding().inPieces(bytes, at -> size))
                    .as("pieces of " + size)
                    .isInstanceOf(MalformedJsonException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"other\":{\"a\":LONG1LONG}}", "{\"c\":[{\"id\":1}]}LONG", "{\"other\":SHORT\"LONG\"}"})
    void passesOverWhiteSpaceThatNeedNotBeHeld(String body) throws MalformedJsonException {
        byte[] bytes = Feeding.bytes(body.replace("LONG", " ".repeat(70)).replace("SHORT", "\n".repeat(45)));
        String whole = Feeding.text(feeding().inPieces(bytes, at -> Integer.MAX_VALUE));

        for (int size : PIECES) {
            assertThat(Feeding.text(feeding().inPieces(bytes, at -> size)))
                    .as("pieces of " + size)
                    .isEqualTo(whole);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"LONG\"", "{\"c\":\"LONG\"}", "{\"c\":[\"LONG\"]}", "{\"c\":[{\"id\":1},\"LONG\"]}"})
    void refusesALongTextWhereFactsAreLookedForHoweverItArrives(String body) {
        // Given
        FieldTree tree =
                Trees.tree().fact("c[*].pick").record("c[*]").field("c[*].id").build();
        byte[] bytes = Feeding.bytes(body.replace("LONG", "x".repeat(70)));

        for (int size : PIECES) {
            Feeding feeding = Feeding.sharingAll(tree, SMALL, false);

            // When / Then
            assertThatThrownBy(() -> feeding.inPieces(bytes, at -> size))
                    .as("pieces of " + size)
                    .isInstanceOf(MalformedJsonException.class);
        }
    }

    @Test
    void givesBackWhatALargeRecordTook() throws MalformedJsonException {
        // Given
        Feeding feeding = Feeding.sharingAll(TREE, JsonLimits.DEFAULTS, false);
        int before = feeding.filter().held();
        feeding.whole("{\"c\":[{\"id\":1,\"t\":\"" + "x".repeat(900_000) + "\"}]}");
        assertThat(feeding.filter().held()).isGreaterThan(before);

        // When
        feeding.filter().shrink();

        // Then
        assertThat(feeding.filter().held()).isEqualTo(before);
    }

    @Test
    void skipsHugeTextsThatNobodyMayHaveWithoutHoldingThem() throws MalformedJsonException {
        // Given
        String body = "{\"other\":\"" + "y".repeat(3_000_000) + "\",\"c\":[{\"id\":1,\"z\":\""
                + "\\u00e9".repeat(500_000) + "\"},{\"id\":2}]}";

        // When
        String filtered = feeding().inPiecesOf(body, 4096);

        // Then
        assertThat(filtered).isEqualTo("{\"c\":[{\"id\":2}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"next\":\"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\"}",
                "{\"next\":1234567890123}",
                "{\"other\":1234567890123}",
                "{\"other\":123456789012e?}",
                "{\"a_name_that_is_longer_than_the_limit_of_this_test\":1}",
                "[[[[[[[[[1]]]]]]]]]",
            })
    void refusesWhatIsBeyondALimit(String body) {
        for (int size : PIECES) {
            assertThatThrownBy(() -> feeding().inPiecesOf(body, size))
                    .as("pieces of " + size)
                    .isInstanceOf(MalformedJsonException.class)
                    .hasMessageMatching("byte \\d+: expected .*(at most|no deeper than) \\d+( bytes)?");
        }
    }

    @Test
    void asksForADecisionBeforeTheWindowGrows() throws MalformedJsonException {
        // Given
        StringBuilder body = new StringBuilder("{\"c\":[{\"id\":0}");
        for (int k = 1; k < 1000; k++) {
            body.append(",{\"id\":").append(k).append("}");
        }
        body.append("]}");

        // When
        String filtered = feeding().whole(body.toString());

        // Then
        assertThat(filtered).isEqualTo(body.toString());
    }
}
