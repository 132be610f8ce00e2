package dev.sluice.gateway.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** What Jackson's streaming parser and the JDK's strict decoder accept together: the oracle of the engine's grammar. */
final class StrictJson {

    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private StrictJson() {}

    static boolean accepts(byte[] body) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(body))
                    .toString();
            return !text.startsWith("\uFEFF") && parses(text);
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static boolean parses(String text) {
        int depth = 0;
        int values = 0;
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            while (parser.nextToken() != null) {
                if (parser.currentToken().isScalarValue()) {
                    String ignored = parser.getString();
                    values += depth == 0 && ignored != null ? 1 : 0;
                } else if (parser.currentToken().isStructStart()) {
                    values += depth++ == 0 ? 1 : 0;
                } else if (parser.currentToken().isStructEnd()) {
                    depth--;
                }
            }
            return values == 1 && depth == 0;
        } catch (JacksonException e) {
            return false;
        }
    }
}
