package dev.sluice.gateway.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.RecordFacts;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The engine agrees with a filter of trees on random documents, catalogs and decisions, and on every chunking of them. */
final class JsonFilterPropertyTest {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final JsonLimits SMALL = new JsonLimits(64, 1024, 64, 4096, 200, 3);

    @Property(tries = 3000)
    void keepsWhatAFilterOfTreesKeeps(@ForAll long seed) throws MalformedJsonException {
        // Given
        RandomDocuments random = new RandomDocuments(new Random(seed));
        FieldTree tree = random.trees().build();
        Plans plans = random.plans(tree);
        FieldPlan plan = plans.plan(false);
        FieldDecisions document = plans.sharingAll();
        List<FieldDecisions> outcomes = random.outcomes(plans);
        String body = random.document(tree);
        JsonNode parsed = JSON.readTree(body);

        // When
        Feeding feeding = new Feeding(
                plan,
                random.oneIn(2) ? SMALL : JsonLimits.DEFAULTS,
                Framing.DOCUMENT,
                document,
                facts -> outcomes.get(choice(facts)),
                random.oneIn(2));
        String whole = feeding.whole(body);
        int size = 1 + random.below(9);
        String pieces = feeding.inPiecesOf(body, size);

        // Then
        Optional<JsonNode> expected =
                new TreeFilter(plan, document, value -> outcomes.get(choice(value))).filter(parsed);
        assertThat(whole.isBlank() ? Optional.<JsonNode>empty() : Optional.of(JSON.readTree(whole)))
                .as(() -> body + " -> " + whole)
                .isEqualTo(expected);
        assertThat(pieces).as("pieces of " + size + " of " + body).isEqualTo(whole);
    }

    @Property(tries = 1500)
    void givesTheSameBytesBackIfEverythingIsShared(@ForAll long seed) throws MalformedJsonException {
        // Given
        RandomDocuments random = new RandomDocuments(new Random(seed));
        FieldTree tree = random.trees(true).build();
        Plans plans = Plans.oneClassEach(tree);
        String body = random.cataloguedDocument(tree);

        // When
        Feeding feeding = new Feeding(
                plans.plan(random.oneIn(2)),
                SMALL,
                Framing.DOCUMENT,
                plans.sharingAll(),
                facts -> plans.sharingAll(),
                random.oneIn(2));
        String filtered = feeding.inPiecesOf(body, 1 + random.below(20));

        // Then
        assertThat(filtered).isEqualTo(body);
    }

    @Property(tries = 3000)
    void refusesOrAcceptsWhatAStrictParserDoes(@ForAll long seed) {
        // Given
        RandomDocuments random = new RandomDocuments(new Random(seed));
        FieldTree tree = random.trees().build();
        Plans plans = random.plans(tree);
        byte[] body = random.mutated(random.document(tree).getBytes(StandardCharsets.UTF_8));
        Feeding feeding = new Feeding(
                plans.plan(false),
                SMALL,
                Framing.DOCUMENT,
                plans.sharingNothing(),
                facts -> plans.sharingNothing(),
                true);

        // When
        String whole = outcome(feeding, body, Integer.MAX_VALUE);
        String pieces = outcome(feeding, body, 1 + random.below(5));

        // Then
        assertThat(pieces).isEqualTo(whole);
        if (whole.equals("accepted")) {
            assertThat(StrictJson.accepts(body))
                    .as(() -> new String(body, StandardCharsets.UTF_8))
                    .isTrue();
        } else if (!whole.contains("at most") && !whole.contains("no deeper") && !whole.contains("once")) {
            assertThat(StrictJson.accepts(body))
                    .as(() -> new String(body, StandardCharsets.UTF_8) + whole)
                    .isFalse();
        }
    }

    private static String outcome(Feeding feeding, byte[] body, int size) {
        try {
            feeding.inPieces(body, at -> size);
            return "accepted";
        } catch (MalformedJsonException e) {
            return e.getMessage();
        }
    }

    /** Which outcome a record asks for: the number in its {@code pick}, else the first. */
    private static int choice(RecordFacts facts) {
        int value = facts.first(RandomDocuments.PICK_SLOT);
        return value == RecordFacts.NONE || facts.kind(value) != RecordFacts.Kind.NUMBER
                ? 0
                : Integer.parseInt(String.valueOf(facts.text(value)));
    }

    private static int choice(JsonNode record) {
        JsonNode pick = record.isObject() ? record.get("pick") : null;
        return pick == null || !pick.isNumber() ? 0 : pick.intValue();
    }
}
