package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pulls through a running gateway, byte for byte. */
final class PullTest {

    private ScriptedUpstream shop;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        shop = new ScriptedUpstream((request, connection) -> connection.json("{\"customers\":[]}"));
        gateway = new RunningGateway(shop.port(), new OpenBook());
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        shop.close();
    }

    @Test
    void answersWithWhatMayLeave() throws Exception {
        // Given
        shop.script((request, connection) -> connection.json(
                "{\"customers\":[{\"email\":\"a@x.example\",\"ok\":true,\"phone\":\"1\"}],\"next\":\"n\"}"));

        // When
        Caller.Answer answer;
        try (Caller partner = gateway.partner()) {
            answer = partner.get("/customers.json?limit=5", MAILWERK);
        }

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("a@x.example");
        assertThat(answer.field("Cache-Control")).isEqualTo("private, no-store");
        assertThat(answer.field("Sluice-Exchange")).hasSize(24);
        assertThat(shop.requests().get(0).head())
                .startsWith("GET /customers.json?limit=5 HTTP/1.1\r\n")
                .contains("X-Shop-Token: token-of-the-gateway\r\n")
                .doesNotContain("mailwerk-key");
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 205})
    void answersEmptyWhereTheShopHasNothing(int status) throws Exception {
        // Given
        String length = status == 204 ? "" : "Content-Length: 0\r\n";
        shop.script((request, connection) ->
                connection.send("HTTP/1.1 " + status + " Any\r\nX-Why: canary\r\n" + length + "\r\n"));

        // When
        Caller.Answer answer;
        try (Caller partner = gateway.partner()) {
            answer = partner.get("/customers.json", MAILWERK);
        }

        // Then
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.has("Content-Type") || answer.has("Content-Length")).isFalse();
        assertThat(answer.head()).doesNotContain("canary");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 203, 207})
    void filtersWhatHasAnyOtherStatusOfSuccess(int status) throws Exception {
        // Given
        String body = "{\"customers\":[{\"email\":\"a@x.example\",\"ok\":true,\"phone\":\"canary\"}]}";
        shop.script((request, connection) -> connection.send("HTTP/1.1 " + status
                + " Any\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body));

        // When
        Caller.Answer answer;
        try (Caller partner = gateway.partner()) {
            answer = partner.get("/customers.json", MAILWERK);
        }

        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).isEqualTo("{\"customers\":[{\"email\":\"a@x.example\"}]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"})
    void doesNotUseAConnectionOnWhichSomethingCameUnasked(String unasked) throws Exception {
        // Given
        shop.script((request, connection) -> {
            connection.json("{\"customers\":[]}");
            if (shop.requests().size() == 1) {
                Thread.sleep(100);
                connection.send(unasked);
            }
        });
        try (RunningGateway gateway = new RunningGateway(shop.port(), new OpenBook());
                Caller partner = gateway.partner()) {
            partner.get("/customers.json", MAILWERK);
            Thread.sleep(300);

            // When
            Caller.Answer answer = partner.get("/customers.json", MAILWERK);

            // Then
            assertThat(answer.status()).isEqualTo(200);
            assertThat(shop.connections()).isEqualTo(2);
        }
    }

    @Test
    void reusesBothConnections() throws Exception {
        // Given
        try (Caller partner = gateway.partner()) {
            // When
            for (int k = 0; k < 5; k++) {
                assertThat(partner.get("/customers.json", MAILWERK).status()).isEqualTo(200);
            }
        }

        // Then
        assertThat(shop.requests()).hasSize(5);
        assertThat(shop.connections()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"/customers.json, gzip", "/search.json, ''"})
    void compressesWhatThePartnerAcceptsExceptOnARouteThatReflectsItsWords(String target, String coding)
            throws Exception {
        // Given
        String record = "{\"email\":\"a@x.example\",\"ok\":true}";
        shop.script((request, connection) ->
                connection.json("{\"customers\":[" + (record + ",").repeat(200) + record + "]}"));

        // When
        Caller.Answer answer;
        try (Caller partner = gateway.partner()) {
            answer = partner.get(target, MAILWERK, "Accept-Encoding: gzip");
        }

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.field("Content-Encoding")).isEqualTo(coding);
        assertThat(answer.text().contains("a@x.example")).isEqualTo(coding.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({"1023, ''", "1024, gzip"})
    void sendsAsItIsWhatIsShortAndCompleteAtOnce(int bytes, String coding) throws Exception {
        // Given
        String around = "{\"customers\":[{\"email\":\"\"}]}";
        String email = "a".repeat(bytes - around.length());
        shop.script((request, connection) ->
                connection.json("{\"customers\":[{\"email\":\"" + email + "\",\"ok\":true}]}"));

        // When
        Caller.Answer answer;
        try (Caller partner = gateway.partner()) {
            answer = partner.get("/customers.json", MAILWERK, "Accept-Encoding: gzip");
        }

        // Then
        assertThat(answer.field("Content-Encoding")).isEqualTo(coding);
        assertThat(answer.field("Content-Length")).isEqualTo(coding.isEmpty() ? String.valueOf(bytes) : "");
    }
}
