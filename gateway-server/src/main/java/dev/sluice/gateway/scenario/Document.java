package dev.sluice.gateway.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The JSON texts of one body as trees: one of a document, any number of NDJSON, none where nothing left. Numbers keep their
 * decimals.
 */
record Document(List<JsonNode> texts) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(tools.jackson.databind.cfg.JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    Document {
        texts = List.copyOf(texts);
    }

    /** Nothing if the bytes are not JSON. What is wrong with them is not told: it would quote them. */
    static Optional<Document> read(byte[] bytes) {
        List<JsonNode> texts = new ArrayList<>();
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            while (parser.nextToken() != null) {
                JsonNode text = MAPPER.readTree(parser);
                texts.add(text);
            }
            return Optional.of(new Document(texts));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The one text; of several a list, so that a path may lead into each. */
    JsonNode root() {
        if (texts.size() == 1) {
            return texts.get(0);
        }
        return texts.isEmpty()
                ? JsonNodeFactory.instance.missingNode()
                : JsonNodeFactory.instance.arrayNode().addAll(texts);
    }

    @Override
    public String toString() {
        return "Document[" + texts.size() + "]";
    }
}
