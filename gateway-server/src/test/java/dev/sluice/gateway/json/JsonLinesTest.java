package dev.sluice.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.RecordFacts;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** NDJSON: a sequence of documents, each a record of its own. */
final class JsonLinesTest {

    private static final FieldTree TREE =
            Trees.tree().fact("keep").record("").field("id", "keep").build();

    private static final FieldTree ALONE = Trees.tree()
            .fact("one.keep")
            .fact("all[*].keep", 0)
            .record("one")
            .record("all[*]")
            .field("one.id", "one.keep", "all[*].id", "all[*].keep", "next")
            .build();

    private static Feeding feeding() {
        return feeding(TREE);
    }

    private static Feeding alone() {
        return feeding(ALONE);
    }

    private static Feeding feeding(FieldTree tree) {
        Plans plans = Plans.oneClassEach(tree);
        return new Feeding(
                plans.plan(false),
                JsonLimits.DEFAULTS,
                Framing.LINES,
                plans.sharingAll(),
                facts -> facts.first(0) != RecordFacts.NONE && facts.kind(facts.first(0)) == RecordFacts.Kind.TRUE
                        ? plans.sharingAll()
                        : plans.sharingNothing(),
                true);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'id':1,'keep':true}#{'id':2,'keep':true}#|{'id':1,'keep':true}#{'id':2,'keep':true}#",
                "{'id':1,'keep':true}#{'id':2}#{'id':3,'keep':true}|{'id':1,'keep':true}#{'id':3,'keep':true}",
                "{'id':1}#{'id':2}|",
                "#{'id':1,'keep':true} ##{'id':2,'keep':true}#|#{'id':1,'keep':true} ##{'id':2,'keep':true}#",
                "{'id':1}##{'id':2,'keep':true}|{'id':2,'keep':true}",
                "{'id':1}# #{'id':2}##{'id':3,'keep':true}#|{'id':3,'keep':true}#",
                "# {'id':1}##{'id':2,'keep':true}|# {'id':2,'keep':true}",
                "# {'id':1,'keep':true}#{'id':2}##{'id':3,'keep':true}|# {'id':1,'keep':true}##{'id':3,'keep':true}",
                "{'id':1,'keep':true}###|{'id':1,'keep':true}###",
                "{'id':1,'keep':true}#{'id':2}# #|{'id':1,'keep':true}# #",
                "{'id':1}###|",
                "##|",
            })
    void leavesNoLineOfARecordThatStays(String lines, String expected) throws MalformedJsonException {
        // Given
        String body = lines.replace('\'', '"').replace('#', '\n');
        String kept = expected == null ? "" : expected.replace('\'', '"').replace('#', '\n');

        for (int split = 0; split < body.length(); split++) {
            // When
            String filtered = feeding().splitAt(body, split);

            // Then
            assertThat(filtered).as("split at " + split).isEqualTo(kept);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'one':{'id':1}}#|",
                "{'one':{'id':1}}|",
                "{'next':2,'one':{'id':1}} #|",
                "{'next':2}#|{'next':2}#",
                "{'one':{'id':1,'keep':true},'next':2}#{'one':{'id':2}}#|{'one':{'id':1,'keep':true},'next':2}#",
                "{'next':1,'one':{'id':1}}#{'next':2,'one':{'id':2,'keep':true}}|{'next':2,'one':{'id':2,'keep':true}}",
                "{'one':{'id':1,'keep':true}}#{'one':{'id':2}}|{'one':{'id':1,'keep':true}}#",
                "{'one':null}#|",
                "{'all':[{'id':1}]}#{'one':{'id':1}}#{'all':[]}|{'all':[]}#{'all':[]}",
                "{'one':{'id':1},'all':[{'id':2,'keep':true}]}#|{'all':[{'id':2,'keep':true}]}#",
                "{'next':1,'one':{'id':1}}##{'one':{'id':2,'keep':true}}|{'one':{'id':2,'keep':true}}",
                "# { 'next':1,'one':{'id':1}}##{ 'one':{'id':2,'keep':true}}##|# { 'one':{'id':2,'keep':true}}##",
                "{'one':{'id':1,'keep':true}}#{'one':{'id':2}}##|{'one':{'id':1,'keep':true}}##",
                "{'one':{'id':1}}###|",
            })
    void leavesNothingOfALineWhoseRecordStandsAloneAndStays(String lines, String expected)
            throws MalformedJsonException {
        // Given
        String body = lines.replace('\'', '"').replace('#', '\n');
        String kept = expected == null ? "" : expected.replace('\'', '"').replace('#', '\n');

        for (int split = 0; split < body.length(); split++) {
            // When
            String filtered = alone().splitAt(body, split);

            // Then
            assertThat(filtered).as("split at " + split).isEqualTo(kept);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}{}",
                "{} {}",
                "{'id':#",
                "1 2",
                "{'id':1}#{'id':2,#'keep':true}#",
                "{#}",
                "[#1]#",
                "#{'id':1#}"
            })
    void refusesTwoDocumentsOnALineAndHalfOnes(String lines) {
        // Given
        String body = lines.replace('\'', '"').replace('#', '\n');

        for (int split = 0; split < body.length(); split++) {
            int cut = split;

            // Then
            assertThatThrownBy(() -> feeding().splitAt(body, cut))
                    .as("split at " + split)
                    .isInstanceOf(MalformedJsonException.class);
        }
    }

    @Test
    void tellsWhereADocumentIsNotWholeThoughItsLineEnds() {
        assertThatThrownBy(() -> feeding().whole("{\"id\":1}\n{\"id\":\n2}"))
                .hasMessageContaining("15")
                .hasMessageContaining("expected the document to end on its line");
    }

    @Test
    void tellsByNoWhiteSpaceWhichLinesStayed() throws MalformedJsonException {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            // Given
            StringBuilder body = new StringBuilder();
            StringBuilder kept = new StringBuilder();
            String first = space(random, "\n");
            String before = first;
            for (int k = random.nextInt(6); k >= 0; k--) {
                boolean keep = random.nextBoolean();
                String line = "{\"id\":" + k + ",\"keep\":" + keep + "}" + space(random, "\t") + "\n";
                body.append(before).append(line);
                kept.append(keep ? (kept.isEmpty() ? first : before) + line : "");
                before = space(random, "\n");
            }
            body.append(before);
            kept.append(kept.isEmpty() ? "" : before);

            // When
            String filtered = feeding().inPiecesOf(body.toString(), 1 + random.nextInt(40));

            // Then
            assertThat(filtered).as("round " + round).isEqualTo(kept.toString());
        }
    }

    /** Some white space, or none. */
    private static String space(Random random, String other) {
        return (random.nextBoolean() ? " " : other).repeat(random.nextInt(3));
    }

    @Test
    void anEmptyBodyIsNoDocuments() throws MalformedJsonException {
        assertThat(feeding().whole("")).isEmpty();
    }
}
