package dev.sluice.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.RecordFacts;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine on small documents, each whole and cut at every byte. */
final class JsonFilterTest {

    private static final Trees CUSTOMERS = Trees.tree()
            .record("customers[*]")
            .fact("customers[*].keep")
            .field("customers[*].id", "customers[*].email", "customers[*].name.first", "customers[*].name.last")
            .field("customers[*].tags[*]", "customers[*].lines[0].sku", "customers[*].lines[*].sku")
            .field("customers[*].meta[?key='gift'].value", "customers[*].meta[?key='gift'].key")
            .field("customers[*].meta[?key='note'].value")
            .field("next");

    /** Records that say {@code "keep": true} leave with what {@code keeping} shares; others don't leave. */
    private static Function<RecordFacts, FieldDecisions> kept(Plans plans, FieldDecisions keeping) {
        return facts -> {
            int value = facts.first(0);
            boolean keep = value != RecordFacts.NONE && facts.kind(value) == RecordFacts.Kind.TRUE;
            return keep ? keeping : plans.sharingNothing();
        };
    }

    private static String everySplit(Trees trees, int[] shared, String body) throws MalformedJsonException {
        FieldTree tree = trees.build();
        Plans plans = Plans.oneClassEach(tree);
        FieldDecisions keeping = shared.length == 0 ? plans.sharingAll() : plans.sharing(shared);
        Feeding feeding = new Feeding(
                plans.plan(false),
                JsonLimits.DEFAULTS,
                Framing.DOCUMENT,
                plans.sharingAll(),
                kept(plans, keeping),
                true);
        String whole = feeding.whole(body);
        int length = Feeding.bytes(body).length;
        for (int split = 1; split < length; split++) {
            assertThat(feeding.splitAt(body, split)).as("split at " + split).isEqualTo(whole);
        }
        for (int size : new int[] {1, 2, 3, 7}) {
            assertThat(feeding.inPiecesOf(body, size)).as("pieces of " + size).isEqualTo(whole);
        }
        return whole;
    }

    private static String sharing(String body, String... places) throws MalformedJsonException {
        int[] nodes = java.util.Arrays.stream(places).mapToInt(CUSTOMERS::index).toArray();
        return everySplit(CUSTOMERS, nodes, body);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"customers\":[{\"id\":1,\"email\":\"a@b.example\",\"keep\":true}]}",
                " {\n  \"customers\" : [ {\"id\" : 1 , \"email\":null, \"name\": {}, \"tags\" : [ ],\"lines\":[]} ]\r\n}\n",
                "{\"customers\":[],\"next\":\"ab\\u00e9\\\"\\\\\"}",
                "{\"customers\":[{\"tags\":[\"é\",\"日本\",\"😀\",1.5e-3,true,null]},{\"id\":-0.0}]}",
                "{\"customers\":null}",
                "{}",
            })
    void sharingEverythingIsTheIdentity(String body) throws MalformedJsonException {
        // Given
        FieldTree tree = CUSTOMERS.field("customers[*].keep").build();
        Feeding feeding = Feeding.sharingAll(tree, JsonLimits.DEFAULTS, true);

        // When
        for (int split = 0; split < Feeding.bytes(body).length; split++) {
            String filtered = feeding.splitAt(body, split);

            // Then
            assertThat(filtered).isEqualTo(body);
        }
    }

    @Test
    void dropsRecordsOneByOneAndRepairsTheCommas() throws MalformedJsonException {
        // Given
        String body =
                "{\"customers\": [ {\"id\":1,\"keep\":false} , {\"id\":2,\"keep\":true},{\"id\":3},\n {\"id\":4,\"keep\":true} ]}";

        // When
        String filtered = sharing(body, "customers[*].id");

        // Then
        assertThat(filtered).isEqualTo("{\"customers\": [ {\"id\":2},\n {\"id\":4} ]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[{'id':1}, {'id':2,'keep':true}]|[{'id':2}]",
                "[ {'id':1}, {'id':2,'keep':true} ]|[ {'id':2} ]",
                "[{'mail':1, 'id':2, 'keep':true}]|[{'id':2}]",
                "[{ 'mail':1, 'id':2, 'keep':true }]|[{ 'id':2 }]",
                "[{'tags':[1, 2], 'id':2, 'keep':true}, {'id':3,'keep':true}]|[{'id':2}, {'id':3}]",
                "[   {'id':1}, {'id':2,'keep':true} ]|[   {'id':2} ]",
                "[ {'id':1},{'id':2,'keep':true},{'id':3,'keep':true}]|[ {'id':2},{'id':3}]",
                "[ {'id':1},   {'id':2}, {'id':3,'keep':true}]|[ {'id':3}]",
                "[   {'id':1}, {'id':2} ]|[]",
                "[{   'mail':1, 'id':2,'keep':true}]|[{   'id':2}]",
                "[{   'mail':1,'id':2,'keep':true}, { 'keep':true, 'id':3}]|[{   'id':2}, { 'id':3}]",
                "[  {  'name': {  'first':1}, 'tags': [  2], 'id':2,'keep':true}]|[  {  'id':2}]",
            })
    void noWhiteSpaceShowsThatSomethingStoodBefore(String customers, String expected) throws MalformedJsonException {
        // When
        String filtered = sharing(("{'customers':" + customers + "}").replace('\'', '"'), "customers[*].id");

        // Then
        assertThat(filtered).isEqualTo("{\"customers\":" + expected.replace('\'', '"') + "}");
    }

    @Test
    void emptiesAListOfWhichEveryRecordIsDropped() throws MalformedJsonException {
        assertThat(sharing("{\"customers\": [ {\"id\":1} , {\"id\":2} ] , \"next\":\"x\"}", "customers[*].id"))
                .isEqualTo("{\"customers\": [] , \"next\":\"x\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'id':1,'email':'a','keep':true}|{'email':'a'}",
                "{'email':'a','id':1,'keep':true}|{'email':'a'}",
                "{'keep':true,'name':{'first':'x'},'email':'a'}|{'email':'a'}",
                "{'keep':true, 'id':1 }|{}",
                "{'\\u0065mail':'a','keep':true}|{'\\u0065mail':'a'}",
                "{'email':{'x':1},'keep':true}|{}",
                "{'email':['a'],'keep':true}|{}",
                "{'email':null,'keep':true}|{'email':null}",
                "{'Email':'a','email ':'b','keep':true}|{}",
            })
    void letsOnlyTheSharedMemberLeave(String record, String expected) throws MalformedJsonException {
        // When
        String filtered =
                sharing("{'customers':[".replace('\'', '"') + record.replace('\'', '"') + "]}", "customers[*].email");

        // Then
        assertThat(filtered).isEqualTo("{\"customers\":[" + expected.replace('\'', '"') + "]}");
    }

    @Test
    void emitsAContainerByTheDecisionAndNotByWhatItHolds() throws MalformedJsonException {
        // Given
        String body =
                "{\"customers\":[{\"keep\":true,\"name\":{\"other\":1},\"tags\":[]},{\"keep\":true,\"name\":null}]}";

        // When
        String filtered = sharing(body, "customers[*].name.first");

        // Then
        assertThat(filtered).isEqualTo("{\"customers\":[{\"name\":{}},{\"name\":null}]}");
    }

    @Test
    void tellsElementsApartByIndex() throws MalformedJsonException {
        String body = "{\"customers\":[{\"keep\":true,\"lines\":[{\"sku\":\"a\"},{\"sku\":\"b\"},{\"sku\":\"c\"}]}]}";

        assertThat(sharing(body, "customers[*].lines[0].sku"))
                .isEqualTo("{\"customers\":[{\"lines\":[{\"sku\":\"a\"}]}]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[{'key':'gift','value':'x'},{'key':'note','value':'y'}]|[{'key':'gift','value':'x'}]",
                "[{'value':'x','key':'gift'},{'value':'y','key':'note'}]|[{'value':'x','key':'gift'}]",
                "[{'value':'x','key':'gi\\u0066t','extra':[{}]}, {'value':'y'}]|[{'value':'x','key':'gi\\u0066t'}]",
                "[{'key':'note','key':'gift','value':'x'}]|[]",
                "[{'key':['gift'],'value':'x'},'gift',null,['gift']]|[]",
                "[]|[]",
                "{'key':'gift','value':'x'}|",
            })
    void tellsElementsApartByWhatStandsInThem(String list, String expected) throws MalformedJsonException {
        // Given
        String body = "{\"customers\":[{\"keep\":true,\"meta\":" + list.replace('\'', '"') + "}]}";

        // When
        String filtered = sharing(body, "customers[*].meta[?key='gift'].value", "customers[*].meta[?key='gift'].key");

        // Then
        String meta = expected == null ? "" : "\"meta\":" + expected.replace('\'', '"');
        assertThat(filtered).isEqualTo("{\"customers\":[{" + meta + "}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"keep\":true,\"id\":2}",
                "{\"id\":1,\"keep\":true,\"\\u0069d\":2}",
                "{\"id\":1,\"keep\":false,\"keep\":true}",
                "{\"id\":1,\"keep\":true,\"name\":{},\"name\":{\"first\":\"x\"}}",
                "{\"id\":1,\"keep\":true,\"other\":\"\\ud800\"}",
                "{\"id\":1,\"keep\":true,\"\\udc00\":1}",
                "{\"id\":1,\"keep\":true,\"email\":\"\\ud800\\ud800\"}",
            })
    void withholdsARecordThatReadersMightReadDifferently(String record) throws MalformedJsonException {
        assertThat(sharing("{\"customers\":[" + record + ",{\"id\":7,\"keep\":true}]}", "customers[*].id"))
                .isEqualTo("{\"customers\":[{\"id\":7}]}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{\"customers\":[",
                "{\"customers\":[{\"id\":1]}",
                "{\"customers\":[{\"id\":1}]}x",
                "{\"customers\":[{\"id\":1,}]}",
                "{\"customers\":[,]}",
                "{\"customers\" []}",
                "{\"customers\":[{\"id\":01}]}",
                "{\"customers\":[{\"id\":1.}]}",
                "{\"customers\":[{\"id\":+1}]}",
                "{\"customers\":[{\"id\":tru}]}",
                "{\"customers\":[{\"id\":\"\\x\"}]}",
                "{\"customers\":[{\"id\":\"\\u12g4\"}]}",
                "{\"customers\":[{\"id\":\"\t\"}]}",
                "{\"customers\":[{\"id\":\"a",
                "{\"next\":1,\"next\":2}",
                "{'a':1}",
                "{\"a\":\"b\",}",
            })
    void refusesWhatIsNotJson(String body) {
        for (int split = 0; split <= body.length(); split++) {
            int at = split;
            assertThatThrownBy(() -> splitSharingAll(body, at))
                    .as("split at " + at)
                    .isInstanceOf(MalformedJsonException.class)
                    .hasMessageMatching("byte \\d+: expected .*");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00fc",
                "Zo\u00eb",
                "\u592a\u90ce",
                "S\u00e3o Jos\u00e9 dos Campos",
                "\ud83d\ude00",
                "\u00fc\\\"",
                "\\n\u00fc"
            })
    void keepsTextsBeyondAsciiAsTheyAre(String text) throws MalformedJsonException {
        for (String value : List.of(text, "a longer text of some bytes ".repeat(3) + text)) {
            String record = "{\"id\":\"" + value + "\",\"email\":\"\"}";
            String body = "{\"customers\":[" + record + "," + record + "]}";
            for (int split = 0; split <= body.getBytes(StandardCharsets.UTF_8).length; split++) {
                assertThat(splitSharingAll(body, split)).isEqualTo(body);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C3",
                "C328",
                "E282",
                "E28241",
                "EDA080",
                "F09F98",
                "F0808080",
                "F5808080",
                "C080",
                "FF",
                "41BF42"
            })
    void refusesATextThatIsNotUtf8AtItsFirstWrongByteHoweverItArrives(String hex) throws MalformedJsonException {
        for (String before : List.of("", "\u00fc", "a longer text of some bytes ".repeat(3) + "\u00fc")) {
            // Given
            byte[] good = ("{\"customers\":[{\"id\":\"x\"},{\"id\":\"" + before).getBytes(StandardCharsets.UTF_8);
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(good);
            body.writeBytes(HexFormat.of().parseHex(hex));
            body.writeBytes("\"}]}".getBytes(StandardCharsets.UTF_8));
            String refusal = refusal(body.toByteArray(), Integer.MAX_VALUE);

            for (int size : new int[] {1, 2, 3, 7}) {
                // When
                String inPieces = refusal(body.toByteArray(), size);

                // Then
                assertThat(inPieces).isEqualTo(refusal).endsWith("expected UTF-8");
            }
        }
    }

    private static String refusal(byte[] body, int size) {
        Feeding feeding = Feeding.sharingAll(CUSTOMERS.build(), JsonLimits.DEFAULTS, true);
        MalformedJsonException refusal =
                catchThrowableOfType(MalformedJsonException.class, () -> feeding.inPieces(body, at -> size));
        return String.valueOf(refusal.getMessage());
    }

    private static String splitSharingAll(String body, int split) throws MalformedJsonException {
        return Feeding.sharingAll(CUSTOMERS.build(), JsonLimits.DEFAULTS, true).splitAt(body, split);
    }
}
