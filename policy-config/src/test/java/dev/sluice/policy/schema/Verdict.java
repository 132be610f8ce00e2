package dev.sluice.policy.schema;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.policy.yaml.YamlList;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a validator that knows nothing of this project says of YAML under a schema. */
record Verdict(Schema schema) {

    static Verdict by(String schema) {
        return new Verdict(
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema));
    }

    /** What is wrong, nothing if all is well. */
    List<String> of(YamlNode document) {
        return schema.validate(json(document)).stream().map(Object::toString).toList();
    }

    static JsonNode json(YamlNode node) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (node instanceof YamlMap map) {
            ObjectNode object = nodes.objectNode();
            map.entries().forEach(entry -> object.set(entry.key(), json(entry.value())));
            return object;
        }
        if (node instanceof YamlList list) {
            ArrayNode array = nodes.arrayNode();
            list.elements().forEach(element -> array.add(json(element)));
            return array;
        }
        YamlScalar scalar = (YamlScalar) node;
        return switch (scalar.kind()) {
            case TEXT, UNREADABLE -> nodes.stringNode(scalar.text());
            case NUMBER ->
                scalar.text().matches("-?[0-9]+")
                        ? nodes.numberNode(new BigDecimal(scalar.text()).toBigInteger())
                        : nodes.numberNode(new BigDecimal(scalar.text()));
            case BOOLEAN ->
                nodes.booleanNode(scalar.text().toLowerCase(Locale.ROOT).equals("true"));
            case NULL -> nodes.nullNode();
        };
    }
}
