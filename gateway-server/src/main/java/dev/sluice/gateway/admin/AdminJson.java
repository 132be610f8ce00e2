package dev.sluice.gateway.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** JSON of the admin API: small, its own, and never anything of a customer. */
final class AdminJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private AdminJson() {}

    static byte[] bytes(Object body) {
        return MAPPER.writeValueAsBytes(body);
    }

    /** The texts of one object; an empty body has none. */
    static Map<String, String> texts(byte[] body) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        if (body.length == 0) {
            return texts;
        }
        JsonNode node;
        try {
            node = MAPPER.readTree(body);
        } catch (JacksonException e) {
            // Its message would quote the body.
            throw new IOException("no JSON");
        }
        if (!node.isObject()) {
            throw new IOException("no object");
        }
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!member.getValue().isString()) {
                throw new IOException("no text");
            }
            texts.put(member.getKey(), member.getValue().asString());
        }
        return texts;
    }
}
