package dev.sluice.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.schema.JsonSchema;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The reader of the gateway's file and its schema agree on what it may look like, also when one thing in it is changed. */
final class GatewaySchemaTest {

    /** A file that uses every key. JSON is YAML. */
    private static final String EVERY_KEY = """
            { "format": 1, "bundle": "bundle/", "state": "state/",
              "listeners": {
                "partners": { "bind": "0.0.0.0:8443", "public_url": "https://partners.shop.example",
                              "tls": { "certificate": "file", "key": "file" } },
                "shop": { "bind": "0.0.0.0:8444", "public_url": "https://shop.example", "tls": "off",
                          "recognised_by": [ { "api_key": { "sha256_file": "digest" } },
                                             { "api_key": { "sha256": "DIGEST" } } ] },
                "admin": { "bind": "127.0.0.1:9901", "tls": "off", "token": { "sha256": "DIGEST", "file": "file" } },
                "probes": { "bind": "0.0.0.0:9902", "tls": "off" } },
              "keys": { "one": { "file": "key" },
                        "two": { "overlap": "30d", "epochs": [ { "id": "2026", "file": "key" },
                                                               { "id": "2027", "file": "other", "from": "2027-01-01" } ] } },
              "limits": { "connections": 10, "exchanges": 5, "body_in_flight": "64MiB", "record": "2MiB", "window": "128KiB", "inflated": "4GiB" },
              "drain": { "deadline": "25s" },
              "upstreams": { "shop": { "url": "https://shop.internal:8000", "ca": "file",
                                       "present": { "header": "X-Token", "value": "secret" },
                                       "connect": "2s", "first_byte": "30s", "between_bytes": "30s" } },
              "routes": [
                { "id": "pull", "direction": "pull", "partners": ["mailwerk"], "methods": ["GET", "HEAD"], "path": "/a",
                  "upstream": "shop", "catalog": "orders", "query": { "limit": "as_is" }, "purpose": "x.delivery",
                  "compression": "off" },
                { "id": "push", "direction": "push", "partners": "mailwerk", "methods": "POST", "path": "/b/{c}",
                  "variables": { "c": "as_is" }, "upstream": "shop", "catalog": "orders" } ] }
            """.replace("DIGEST", "ab".repeat(32));

    private static final Set<String> OF_SHAPE = Set.of("unknown-key", "wrong-type");
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(JsonSchema.map(GatewayShapes.table(), "gateway", "The gateway's own file"));

    @TempDir
    private Path directory;

    private final JsonNode whole = new JsonMapper().readTree(EVERY_KEY);

    @BeforeEach
    void writesWhatTheFileNames() throws Exception {
        Path tls = Path.of("src/test/resources/tls");
        Files.writeString(
                directory.resolve("file"),
                Files.readString(tls.resolve("ec.pem")) + Files.readString(tls.resolve("ec.key")));
        Files.writeString(directory.resolve("digest"), "ab".repeat(32) + "\n");
        Files.writeString(directory.resolve("key"), "k".repeat(32));
        Files.writeString(directory.resolve("other"), "o".repeat(32));
    }

    @Test
    void theFileUsesEveryKey() {
        // When
        Set<String> used = new TreeSet<>();
        names(whole, used);

        // Then
        assertThat(GatewayShapes.table().shapes())
                .allSatisfy(shape -> assertThat(used).containsAll(shape.keys().keySet()));
    }

    @Test
    void bothAcceptIt() throws Exception {
        assertThat(SCHEMA.validate(whole)).isEmpty();
        assertThat(codes(whole)).isEmpty();
    }

    @Test
    void theyAgreeOnEveryChangeOfOneThing() throws Exception {
        for (JsonNode changed : changes(whole)) {
            Set<String> codes = codes(changed);
            List<String> complaints =
                    SCHEMA.validate(changed).stream().map(Object::toString).toList();
            if (complaints.isEmpty()) {
                assertThat(codes).as("the schema accepts %s", changed).doesNotContainAnyElementsOf(OF_SHAPE);
            } else {
                assertThat(codes)
                        .as("the schema refuses %s: %s", changed, complaints)
                        .isNotEmpty();
            }
        }
    }

    @Test
    void theyAgreeOnEachListThatIsEmptied() throws Exception {
        for (JsonNode emptied : emptied(whole)) {
            assertThat(SCHEMA.validate(emptied).isEmpty())
                    .as("the schema accepts %s", emptied)
                    .isEqualTo(codes(emptied).isEmpty());
        }
    }

    private static List<JsonNode> emptied(JsonNode node) {
        List<JsonNode> all = new ArrayList<>();
        if (node instanceof ObjectNode map) {
            for (String name : List.copyOf(map.propertyNames())) {
                emptied(map.get(name)).forEach(value -> all.add(map.deepCopy().set(name, value)));
            }
        } else if (node instanceof ArrayNode list) {
            all.add(NODES.arrayNode());
            for (int k = 0; k < list.size(); k++) {
                int place = k;
                emptied(list.get(k)).forEach(value -> all.add(list.deepCopy().set(place, value)));
            }
        }
        return all;
    }

    private Set<String> codes(JsonNode config) throws Exception {
        Set<String> codes = new TreeSet<>();
        try {
            ConfigReader.read(Files.writeString(directory.resolve("gateway.yaml"), config.toString()));
        } catch (InvalidBundleException e) {
            e.problems().stream().map(Problem::code).forEach(codes::add);
        }
        return codes;
    }

    private static void names(JsonNode node, Set<String> names) {
        node.propertyNames().forEach(names::add);
        node.forEach(child -> names(child, names));
    }

    /** The file with one thing changed, for all things and ways: a key more, a key less, a value of another kind. */
    private static List<JsonNode> changes(JsonNode node) {
        List<JsonNode> changes = new ArrayList<>(List.of(
                NODES.numberNode(7),
                NODES.booleanNode(true),
                NODES.nullNode(),
                NODES.arrayNode().add(7),
                NODES.objectNode().put("zz", 7)));
        if (node instanceof ObjectNode map) {
            changes.add(map.deepCopy().put("zz", 7));
            for (String name : List.copyOf(map.propertyNames())) {
                changes.add(map.deepCopy().without(name));
                changes(map.get(name))
                        .forEach(value -> changes.add(map.deepCopy().set(name, value)));
            }
        } else if (node instanceof ArrayNode list) {
            for (int k = 0; k < list.size(); k++) {
                int place = k;
                changes(list.get(k))
                        .forEach(element -> changes.add(list.deepCopy().set(place, element)));
            }
        }
        return changes;
    }
}
