package dev.sluice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A candidate decides live traffic beside the bundle in force: nobody gets anything else, and the difference is counted. */
final class ShadowTest {

    private static final String CUSTOMERS = "{\"customers\":["
            + "{\"id\":1,\"email\":\"a@x.example\",\"first\":\"Ada\",\"land\":\"DE\"},"
            + "{\"id\":2,\"email\":\"b@x.example\",\"first\":\"Bob\",\"land\":\"FR\"},"
            + "{\"id\":3,\"email\":\"c@x.example\",\"first\":\"Cem\",\"land\":\"DE\"}]}";
    private static final String LIVE = "{\"customers\":["
            + "{\"email\":\"a@x.example\"},{\"email\":\"b@x.example\"},{\"email\":\"c@x.example\"}]}";

    @TempDir
    private Path directory;

    private Path candidate;
    private ScriptedUpstream shop;
    private LiveGateway gateway;

    @BeforeEach
    void start() throws Exception {
        LiveGateway.bundle(directory.resolve("bundle"), false);
        candidate = directory.resolve("candidate");
        shop = new ScriptedUpstream((request, connection) -> connection.json(CUSTOMERS));
        gateway = LiveGateway.start(directory, shop.port());
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        shop.close();
    }

    private JsonNode place() throws IOException {
        Caller.Answer answer = gateway.admin("POST", "/admin/shadow", "{\"directory\":\"" + candidate + "\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new JsonMapper().readTree(answer.text());
    }

    private JsonNode report() throws IOException {
        return whole().path("candidate").path("report");
    }

    private JsonNode whole() throws IOException {
        return new JsonMapper()
                .readTree(gateway.admin("GET", "/admin/shadow", "").text());
    }

    @Test
    void saysWhatAPartnerWouldGain() throws Exception {
        // Given
        LiveGateway.bundle(candidate, true);
        place();

        // When
        String seen = gateway.customers().text();

        // Then
        assertThat(seen).isEqualTo(LIVE);
        JsonNode report = report();
        assertThat(report.path("records").path("different").asInt()).isEqualTo(3);
        assertThat(report.path("differences").size()).isEqualTo(1);
        JsonNode gain = report.path("differences").get(0);
        assertThat(gain.path("change").asString()).isEqualTo("gain");
        assertThat(gain.path("partner").asString()).isEqualTo("mailwerk");
        assertThat(gain.path("category").asString()).isEqualTo("user.name.first");
        assertThat(gain.path("path").asString()).isEqualTo("$.customers[*].first");
        assertThat(gain.path("to").asString()).isEqualTo("as_is");
        assertThat(gain.path("records").asInt()).isEqualTo(3);
        assertThat(gateway.metrics())
                .contains(
                        "sluice_shadow_differences{beside=\"candidate\",category=\"user.name.first\",change=\"gain\",partner=\"mailwerk\"} 3");
    }

    @Test
    void countsARecordOnceAndOnlyWhereItStands() throws Exception {
        // Given
        Path bundle = directory.resolve("bundle");
        for (Path each : new Path[] {bundle, candidate}) {
            LiveGateway.bundle(each, each.equals(candidate));
            Path catalog = each.resolve("catalog.yaml");
            Files.writeString(
                    catalog,
                    Files.readString(catalog)
                            .replace("\"$.customers[*]\"", "[\"$.customers[*]\", \"$.customer\", \"$[*]\"]")
                            .replace("first: user.name.first", "first: user.name.first\n      nick: user.name.first"));
        }
        gateway.admin("POST", "/admin/bundle/reload", "");
        place();

        // When
        String seen = gateway.customers().text();

        // Then
        assertThat(seen).isEqualTo(LIVE);
        JsonNode differences = report().path("differences");
        assertThat(differences.size()).as(differences.toString()).isEqualTo(2);
        assertThat(differences.get(0).path("path").asString()).isEqualTo("$.customers[*].first");
        assertThat(differences.get(0).path("records").asInt()).isEqualTo(3);
        assertThat(differences.get(1).path("path").asString()).isEqualTo("$.customers[*].nick");
        assertThat(gateway.metrics())
                .contains(
                        "sluice_shadow_differences{beside=\"candidate\",category=\"user.name.first\",change=\"gain\",partner=\"mailwerk\"} 3");
    }

    @Test
    void saysThatNothingWouldChange() throws Exception {
        // Given
        LiveGateway.bundle(candidate, false);
        Files.writeString(candidate.resolve("more.yaml"), "# only a comment\n");
        place();

        // When
        gateway.customers();

        // Then
        assertThat(report().path("records").path("same").asInt()).isEqualTo(3);
        assertThat(report().path("differences").isEmpty()).isTrue();
    }

    @Test
    void saysThatAPartnerWouldLoseEverything() throws Exception {
        // Given
        LiveGateway.bundle(candidate, false);
        Path partner = candidate.resolve("partner.yaml");
        Files.writeString(partner, Files.readString(partner).replace("role:", "status: suspended\nrole:"));
        place();

        // When
        String seen = gateway.customers().text();

        // Then
        assertThat(seen).isEqualTo(LIVE);
        JsonNode loss = report().path("differences").get(0);
        assertThat(loss.path("change").asString()).isEqualTo("lose");
        assertThat(loss.path("category").asString()).isEqualTo("user.contact.email");
    }

    @Test
    void comparesCatalogsOfAnotherShapePlaceByPlace() throws Exception {
        // Given
        LiveGateway.bundle(directory.resolve("bundle"), false);
        Files.writeString(directory.resolve("bundle/catalog.yaml"), catalog("country: land"));
        gateway.admin("POST", "/admin/bundle/reload", "");
        LiveGateway.bundle(candidate, true);
        Files.writeString(
                candidate.resolve("catalog.yaml"),
                catalog("id: id\n      country: land") + "      land: user.contact.address.country\n");
        Path policy = candidate.resolve("policy.yaml");
        Files.writeString(
                policy,
                Files.readString(policy)
                        .replace(
                                "  - user.name.first",
                                "  - user.contact.address.country\n"
                                        + "rules:\n  - id: home\n    when:\n      - customer_country: [DE]\n"
                                        + "    share: [user.name.first]"));
        place();

        // When
        String seen = gateway.customers().text();

        // Then
        assertThat(seen).isEqualTo(LIVE);
        assertThat(whole().path("candidate").path("unread_facts").toString())
                .isEqualTo("[\"customers $.customers[*].id\"]");
        JsonNode differences = report().path("differences");
        assertThat(differences.size()).as(differences.toString()).isEqualTo(2);
        assertThat(differences.get(0).path("path").asString()).isEqualTo("$.customers[*].land");
        assertThat(differences.get(0).path("records").asInt()).isEqualTo(3);
        assertThat(differences.get(1).path("path").asString()).isEqualTo("$.customers[*].first");
        assertThat(differences.get(1).path("records").asInt()).isEqualTo(2);
    }

    private static String catalog(String customer) {
        return """
                kind: Catalog
                id: customers
                records:
                  - at: "$.customers[*]"
                    customer:
                      %s
                    fields:
                      email: user.contact.email
                      first: user.name.first
                """.formatted(customer);
    }

    @Test
    void takesAKeptVersionAndGoesAway() throws Exception {
        // Given
        String older = gateway.inForce();
        LiveGateway.policy(directory.resolve("bundle"), true);
        gateway.admin("POST", "/admin/bundle/reload", "");

        // When
        Caller.Answer placed = gateway.admin("POST", "/admin/shadow", "{\"version\":\"" + older + "\"}");
        Caller.Answer removed = gateway.admin("DELETE", "/admin/shadow", "");

        // Then
        assertThat(placed.text()).contains("\"version\":\"" + older);
        assertThat(removed.status()).isEqualTo(200);
        assertThat(whole().has("candidate")).isFalse();
    }

    @Test
    void refusesABrokenCandidate() throws Exception {
        // Given
        LiveGateway.bundle(candidate, true);
        LiveGateway.spoil(candidate);

        // When
        Caller.Answer answer = gateway.admin("POST", "/admin/shadow", "{\"directory\":\"" + candidate + "\"}");

        // Then
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text()).contains("emial");
        assertThat(whole().has("candidate")).isFalse();
    }

    @Test
    void saysWhatARuleInShadowWouldChange() throws Exception {
        // Given
        Path policy = directory.resolve("bundle/policy.yaml");
        Files.writeString(policy, Files.readString(policy) + """
                forbid:
                  - id: no-mail
                    mode: shadow
                    categories: [user.contact.email]
                """);
        assertThat(gateway.admin("POST", "/admin/bundle/reload", "").status()).isEqualTo(200);

        // When
        String seen = gateway.customers().text();

        // Then
        assertThat(seen).isEqualTo(LIVE);
        JsonNode rules = whole().path("rules");
        assertThat(rules.path("records").path("different").asInt()).isEqualTo(3);
        assertThat(rules.path("differences").size()).isEqualTo(1);
        assertThat(rules.path("differences").get(0).path("change").asString()).isEqualTo("lose");
        assertThat(rules.path("differences").get(0).path("category").asString()).isEqualTo("user.contact.email");
        assertThat(gateway.metrics()).contains("sluice_shadow_records{beside=\"rules\",outcome=\"different\"} 3");
    }
}
