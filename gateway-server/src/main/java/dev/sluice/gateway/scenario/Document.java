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
 *
 * @param several whether it is a list of texts, so that a path may lead into each
 */
record Document(List<JsonNode> texts, boolean several) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
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
            return Optional.of(new Document(texts, texts.size() > 1));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }

    /** The same texts, as a list if they came of one: what is left of several may be one, or none. */
    Document of(Document input) {
        return new Document(texts, several || input.several);
    }

    /** The one text; of several a list. */
    JsonNode root() {
        if (several) {
            return JsonNodeFactory.instance.arrayNode().addAll(texts);
        }
        return texts.isEmpty() ? JsonNodeFactory.instance.missingNode() : texts.get(0);
    }

    @Override
    public String toString() {
        return "Document[" + texts.size() + "]";
    }
}
