package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static dev.sluice.gateway.edge.RunningGateway.PAKET;
import static dev.sluice.gateway.edge.RunningGateway.SUSPENDED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before the shop hears of it: each with its own problem, and none of it proxied. */
final class RefusalTest {

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

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("GET /customers.json HTTP/1.1\r\nHost: g\r\n\r\n", 401, "unknown-partner"),
                Arguments.of(
                        "GET /customers.json HTTP/1.1\r\nHost: g\r\nX-Api-Key: wrong\r\n\r\n", 401, "unknown-partner"),
                Arguments.of(request("GET", "/customers/7", PAKET, ""), 403, "partner-not-on-route"),
                Arguments.of(request("GET", "/customers.json", SUSPENDED, ""), 403, "partner-suspended"),
                Arguments.of(request("GET", "/nowhere", MAILWERK, ""), 404, "unknown-route"),
                Arguments.of(request("GET", "/lists/1/members", MAILWERK, ""), 404, "unknown-route"),
                Arguments.of(request("POST", "/customers.json", MAILWERK, ""), 405, "method-not-allowed"),
                Arguments.of(request("OPTIONS", "/customers.json", MAILWERK, ""), 405, "method-not-allowed"),
                Arguments.of(request("TRACE", "/customers.json", MAILWERK, ""), 405, "method-not-allowed"),
                Arguments.of(request("GET", "/customers.json?fields=email", MAILWERK, ""), 400, "query-not-allowed"),
                Arguments.of(request("GET", "/customers.json?limit=1&limit=2", MAILWERK, ""), 400, "query-not-allowed"),
                Arguments.of(request("GET", "/customers.json", PAKET, ""), 400, "purpose-open"),
                Arguments.of(
                        request("GET", "/customers.json", PAKET, "Sluice-Purpose: marketing\r\n"),
                        403,
                        "purpose-not-allowed"),
                Arguments.of(
                        request("GET", "/customers.json", MAILWERK, "Sluice-Purpose: x.delivery\r\n"),
                        403,
                        "purpose-not-allowed"),
                Arguments.of(
                        request("GET", "/customers.json", MAILWERK, "Content-Length: 2\r\n") + "{}",
                        400,
                        "body-not-taken"),
                Arguments.of(
                        request("GET", "/customers.json", MAILWERK, "Expect: magic\r\n"), 417, "expectation-failed"));
    }

    private static String request(String method, String target, String key, String lines) {
        return method + " " + target + " HTTP/1.1\r\nHost: g\r\n" + key + "\r\n" + lines + "\r\n";
    }

    @ParameterizedTest
    @MethodSource("refused")
    void tellsOneProblemAndCountsIt(String request, int status, String code) throws Exception {
        // When
        Caller.Answer answer;
        try (Caller partner = gateway.partner()) {
            partner.send(request);
            answer = partner.read("GET");
        }

        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text())
                .contains(
                        "\"type\":\"urn:sluice:problem:" + code + "\"",
                        "\"instance\":\"" + answer.field("Sluice-Exchange"));
        assertThat(shop.requests()).isEmpty();
        assertThat(gateway.metrics()).containsPattern("sluice_exchanges_total\\{[^}]*outcome=\"" + code + "\"[^}]*} 1");
    }

    @Test
    void saysHowToIdentifyToWhoDidNot() throws Exception {
        // When
        Caller.Answer answer;
        try (Caller partner = gateway.partner()) {
            answer = partner.get("/customers.json");
        }

        // Then
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.field("WWW-Authenticate")).isEqualTo("ApiKey");
    }

    @Test
    void listsThePurposesWhenThePurposeIsOpen() throws Exception {
        // When
        Caller.Answer answer;
        try (Caller partner = gateway.partner()) {
            answer = partner.get("/customers.json", PAKET);
        }

        // Then
        assertThat(answer.text()).contains("\"purposes\":[\"x.delivery\",\"essential.service.notifications\"]");
    }

    @Test
    void keepsTheConnectionAfterARefusal() throws Exception {
        // Given
        try (Caller partner = gateway.partner()) {
            partner.get("/nowhere", MAILWERK);

            // When
            Caller.Answer answer = partner.get("/customers.json", MAILWERK);

            // Then
            assertThat(answer.status()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /customers.json HTTP/1.1\r\n\r\n",
                "GET /customers.json HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /customers.json HTTP/1.1\r\nHost: a@b\r\n\r\n",
                "GET http://other/customers.json HTTP/1.1\r\nHost: g\r\n\r\n",
                "GET customers.json HTTP/1.1\r\nHost: g\r\n\r\n",
                "CONNECT shop:80 HTTP/1.1\r\nHost: g\r\n\r\n",
                "GET /a/../customers.json HTTP/1.1\r\nHost: g\r\n\r\n",
                "GET /customers.json%2f HTTP/1.1\r\nHost: g\r\n\r\n",
                "GET /customers.json%00 HTTP/1.1\r\nHost: g\r\n\r\n",
                "GET /customers.json;x=1 HTTP/1.1\r\nHost: g\r\n\r\n",
                "GET //customers.json HTTP/1.1\r\nHost: g\r\n\r\n",
                "GET /%2e%2e/customers.json HTTP/1.1\r\nHost: g\r\n\r\n",
                "GET /customers.json HTTP/1.1\nHost: g\n\n",
                "GET /customers.json HTTP/1.1\r\nHost: g\r\nA: b\nC: d\r\n\r\n",
                "GET /customers.json HTTP/1.1\r\nHost: g\r\nA : b\r\n\r\n",
                "GET /customers.json HTTP/1.1\r\nHost: g\r\nA: b\r\n folded\r\n\r\n",
                "GET /customers.json HTTP/1.1\r\nHost: g\r\nA_b: c\r\n\r\n",
                "GET /customers.json HTTP/1.1\r\nHost: g\r\nA: b\u0000c\r\n\r\n",
                "GET /customers.json HTTP/1.1\r\nHost: g\r\nno colon\r\n\r\n",
                "\u0001GET /customers.json HTTP/1.1\r\nHost: g\r\n\r\n",
                "\r\n\r\nGET /customers.json HTTP/1.1\r\nHost: g\r\n\r\n",
                "GET  /customers.json HTTP/1.1\r\nHost: g\r\n\r\n",
                "get /customers.json HTTP/1.1\r\nHost: g\r\n\r\n",
                "GET /customers.json HTTP/1.1\r\nHost: g\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /customers.json HTTP/1.1\r\nHost: g\r\nContent-Length: 0\r\nContent-Length: 5\r\n\r\n",
                "GET /customers.json HTTP/1.1\r\nHost: g\r\nContent-Length: +0\r\n\r\n",
                "GET /customers.json HTTP/1.1\r\nHost: g\r\nContent-Length: 0, 0\r\n\r\n",
                "GET /customers.json HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n",
                "GET /customers.json HTTP/1.1\r\nHost: g\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                "GET /customers.json HTTP/1.1\r\nHost: g\r\nX-Api-Key: mailwerk-key\r\nX-Api-Key: other\r\n\r\n",
                "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
            })
    void refusesWhatTwoServersCouldReadInTwoWays(String request) throws Exception {
        // When
        Caller.Answer answer;
        byte[] rest;
        try (Caller partner = gateway.partner()) {
            partner.send(request);
            answer = partner.read("GET");
            rest = partner.rest();
        }

        // Then
        assertThat(answer.status()).isIn(400, 505);
        assertThat(answer.field("Connection")).isEqualTo("close");
        assertThat(rest).isEmpty();
        assertThat(shop.requests()).isEmpty();
    }

    @Test
    void refusesAHeadThatIsTooLarge() throws Exception {
        // Given
        String fields = "A: b\r\n".repeat(101);

        // When
        Caller.Answer answer = alone("GET /customers.json HTTP/1.1\r\nHost: g\r\n" + fields + "\r\n");

        // Then
        assertThat(answer.status()).isEqualTo(431);
    }

    @Test
    void refusesALineThatIsTooLong() throws Exception {
        // Given
        String target = "/" + "a".repeat(9000);

        // When
        Caller.Answer answer = alone("GET " + target + " HTTP/1.1\r\nHost: g\r\n\r\n");

        // Then
        assertThat(answer.status()).isEqualTo(414);
    }

    @Test
    void refusesOlderVersions() throws Exception {
        // When
        Caller.Answer answer = alone("GET /customers.json HTTP/1.0\r\nHost: g\r\n\r\n");

        // Then
        assertThat(answer.status()).isEqualTo(505);
    }

    private Caller.Answer alone(String request) throws Exception {
        try (Caller partner = gateway.partner()) {
            partner.send(request);
            return partner.read("GET");
        }
    }

    @Test
    void servesTheNextRequestOnlyAfterThisOneWhereTheyArriveApart() throws Exception {
        // Given
        String request = request("GET", "/customers.json", MAILWERK, "");
        shop.script((asked, connection) -> {
            Thread.sleep(200);
            connection.json("{\"customers\":[]}");
        });

        // When
        Caller.Answer first;
        Caller.Answer second;
        try (Caller partner = gateway.partner()) {
            partner.send(request);
            Thread.sleep(50);
            partner.send(request);
            first = partner.read("GET");
            second = partner.read("GET");
        }

        // Then
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(first.field("Sluice-Exchange")).isNotEqualTo(second.field("Sluice-Exchange"));
    }

    @Test
    void closesAfterTheFirstOfTwoRequestsThatArriveTogether() throws Exception {
        // Given
        String request = request("GET", "/customers.json", MAILWERK, "");

        // When
        Caller.Answer first;
        byte[] rest;
        try (Caller partner = gateway.partner()) {
            partner.send(request + request);
            first = partner.read("GET");
            rest = partner.rest();
        }

        // Then
        assertThat(first.status()).isEqualTo(200);
        assertThat(rest).isEmpty();
        assertThat(shop.requests()).hasSize(1);
    }

    @Test
    void neverPassesOnWhatThePartnerSaysBesideTheTarget() throws Exception {
        // When
        try (Caller partner = gateway.partner()) {
            partner.get(
                    "/customers.json",
                    MAILWERK,
                    "Cookie: session=canary",
                    "X-Forwarded-For: canary",
                    "X-HTTP-Method-Override: canary",
                    "Range: bytes=0-canary",
                    "If-None-Match: canary",
                    "Accept-Encoding: br;canary");
        }

        // Then
        assertThat(shop.requests()).hasSize(1);
        assertThat(shop.requests().get(0).head()).doesNotContain("canary").contains("Accept-Encoding: identity");
    }
}
