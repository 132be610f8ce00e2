package dev.sluice.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Names that are data, and values and names that leave changed. */
final class JsonNamesTest {

    private static final Form SHOUT = new Form() {
        @Override
        public @Nullable Scalar apply(Scalar value, RecordContext context) {
            return value.isString() && !value.text().contains("!")
                    ? Scalar.string(value.text().toUpperCase(java.util.Locale.ROOT))
                    : null;
        }

        @Override
        public String name() {
            return "shout";
        }
    };

    private static final Trees TREES =
            Trees.tree().record("r.*").name("r.*").nameFact("r.*").field("r.*.id", "r.*.city");

    private static String filtered(String body, @Nullable Form nameForm, @Nullable Form cityForm)
            throws MalformedJsonException {
        FieldTree tree = TREES.build();
        Plans plans = Plans.oneClassEach(tree);
        Map<Integer, Form> forms = new HashMap<>();
        forms.put(TREES.index("r.*.id") + 1, Form.AS_IS);
        if (nameForm != null) {
            forms.put(TREES.nameIndex("r.*") + 1, nameForm);
        }
        if (cityForm != null) {
            forms.put(TREES.index("r.*.city") + 1, cityForm);
        }
        FieldDecisions decisions = plans.deciding(true, forms);
        Feeding feeding = new Feeding(
                plans.plan(true), JsonLimits.DEFAULTS, Framing.DOCUMENT, plans.sharingAll(), facts -> decisions, true);
        String whole = feeding.whole(body);
        for (int split = 1; split < Feeding.bytes(body).length; split++) {
            assertThat(feeding.splitAt(body, split)).as("split at " + split).isEqualTo(whole);
        }
        return whole;
    }

    @Test
    void aNameThatMayNotLeaveTakesItsMemberWithIt() throws MalformedJsonException {
        assertThat(filtered("{\"r\":{\"a@x\":{\"id\":1}, \"b@x\":{\"id\":2}}}", null, null))
                .isEqualTo("{\"r\":{}}");
    }

    @Test
    void namesAreCountedAsTheFieldsTheyAre() throws MalformedJsonException {
        // Given
        Plans plans = Plans.oneClassEach(TREES.build());
        int id = TREES.index("r.*.id") + 1;
        int name = TREES.nameIndex("r.*") + 1;
        FieldDecisions decisions = plans.deciding(true, Map.of(id, Form.AS_IS, name, SHOUT));
        Feeding feeding = new Feeding(
                plans.plan(true), JsonLimits.DEFAULTS, Framing.DOCUMENT, plans.sharingAll(), facts -> decisions, true);

        // When
        String left = feeding.whole("{\"r\":{\"a\":{\"id\":1},\"b\":{\"id\":2},\"c!\":{\"id\":3},\"d\":7}}");

        // Then
        DisclosureTally tally = feeding.filter().tally();
        assertThat(left).isEqualTo("{\"r\":{\"A\":{\"id\":1},\"B\":{\"id\":2}}}");
        assertThat(tally.changed()).containsExactly(Map.entry(new DisclosureTally.Changed(name, "shout"), 2L));
        assertThat(tally.withheld())
                .containsEntry(new DisclosureTally.WithheldField(name, DisclosureTally.CANNOT_APPLY), 1L);
    }

    @Test
    void aNameThatStandsTwiceInARecordWithholdsTheRecord() throws MalformedJsonException {
        // Given
        Trees trees = Trees.tree().record("c[*]").name("c[*].m.*").field("c[*].id", "c[*].m.*");
        Plans plans = Plans.oneClassEach(trees.build());
        Feeding feeding = new Feeding(
                plans.plan(true),
                JsonLimits.DEFAULTS,
                Framing.DOCUMENT,
                plans.sharingAll(),
                facts -> plans.sharingAll(),
                true);
        String twice = "{\"id\":1,\"m\":{\"a@x\":1,\"b@x\":2,\"\\u0061@x\":3}}";
        String once = "{\"id\":2,\"m\":{\"a@x\":1},\"n\":{\"a@x\":1}}";

        // When
        String left = feeding.whole("{\"c\":[" + twice + "," + once + "]}");

        // Then
        assertThat(left).isEqualTo("{\"c\":[{\"id\":2,\"m\":{\"a@x\":1}}]}");
    }

    @Test
    void ofTwoNamesThatBecomeOneTheFirstLeaves() throws MalformedJsonException {
        assertThat(filtered("{\"r\":{\"a@x\":{\"id\":1},\"A@x\":{\"id\":2},\"b\":{\"id\":3}}}", SHOUT, null))
                .isEqualTo("{\"r\":{\"A@X\":{\"id\":1},\"B\":{\"id\":3}}}");
    }

    @Test
    void aNameLeavesInItsForm() throws MalformedJsonException {
        assertThat(filtered("{\"r\":{\"a@x\":{\"id\":1}, \"b!\":{\"id\":2},\"c\" : {\"city\":\"ulm\"}}}", SHOUT, SHOUT))
                .isEqualTo("{\"r\":{\"A@X\":{\"id\":1},\"C\" : {\"city\":\"ULM\"}}}");
    }

    @Test
    void aValueToWhichItsFormCannotApplyStaysWithItsName() throws MalformedJsonException {
        assertThat(filtered(
                        "{\"r\":{\"a\":{\"city\":7,\"id\":1},\"b\":{\"city\":\"ulm!\"},\"c\":{\"city\":null}}}",
                        Form.AS_IS,
                        SHOUT))
                .isEqualTo("{\"r\":{\"a\":{\"id\":1},\"b\":{},\"c\":{\"city\":null}}}");
    }

    @Test
    void changedTextIsWrittenWithTheShortestEscapes() throws MalformedJsonException {
        assertThat(filtered("{\"r\":{\"a\":{\"city\":\"\\u00fc\\\"\\n\\u0001\\/\\ud83d\\ude00\"}}}", Form.AS_IS, SHOUT))
                .isEqualTo("{\"r\":{\"a\":{\"city\":\"\u00dc\\\"\\n\\u0001/\ud83d\ude00\"}}}");
    }

    @Test
    void nullifyLeavesNull() throws MalformedJsonException {
        assertThat(filtered("{\"r\":{\"a\":{\"city\":\"ulm\",\"id\":1}}}", Form.AS_IS, Form.NULLIFY))
                .isEqualTo("{\"r\":{\"a\":{\"city\":null,\"id\":1}}}");
    }

    @Test
    void expectsTheNamesOfTheRecordBefore() throws MalformedJsonException {
        // Given
        FieldTree tree = Trees.tree().record("c[*]").field("c[*].id", "c[*].b").build();
        Feeding feeding = Feeding.sharingAll(tree, JsonLimits.DEFAULTS, true);
        String body = "{\"c\":[" + "{\"id\":1,\"x\":2,\"b\":{\"u\":1},\"y\":[{\"q\":1}]},".repeat(999) + "{\"id\":1}]}";

        // When
        feeding.inPiecesOf(body, 1000);

        // Then
        assertThat(feeding.filter().unexpectedNames()).isLessThan(150);
    }
}
