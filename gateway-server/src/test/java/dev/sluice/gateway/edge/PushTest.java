package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static dev.sluice.gateway.edge.RunningGateway.SHOP;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pushes through a running gateway: the shop's request is filtered, the partner's answer goes back. */
final class PushTest {

    private static final String JSON = "Content-Type: application/json";
    private static final String AGREED = "{\"email\":\"a@x.example\",\"ok\":true,\"phone\":\"canary\"}";
    private static final String REFUSED = "{\"email\":\"canary@x.example\",\"ok\":false}";

    private ScriptedUpstream partner;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        partner = new ScriptedUpstream((request, connection) -> connection.json("{\"accepted\":1}"));
        gateway = new RunningGateway(partner.port(), new OpenBook());
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        partner.close();
    }

    @Test
    void sendsWhatMayLeaveAndReturnsTheAnswer() throws Exception {
        // Given
        String body = "{\"customers\":[" + AGREED + "," + REFUSED + "]}";

        // When
        Caller.Answer answer;
        try (Caller shop = gateway.shop()) {
            answer = shop.ask("POST", "/lists/news/members", body, SHOP, JSON, "Sluice-Customer: ns:canary");
        }

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEqualTo("{\"accepted\":1}");
        assertThat(answer.field("Sluice-Records")).isEqualTo("shared=1, withheld=1");
        ScriptedUpstream.Request sent = partner.requests().get(0);
        assertThat(sent.head())
                .startsWith("POST /lists/news/members HTTP/1.1\r\n")
                .contains("X-Shop-Token: token-of-the-gateway", "Content-Type: application/json")
                .doesNotContain("canary", "shop-key");
        assertThat(sent.bodyText()).isEqualTo("{\"customers\":[{\"email\":\"a@x.example\"}]}");
    }

    @Test
    void sendsNothingOfWhichNothingMayLeave() throws Exception {
        // Given
        String body = "{\"customers\":[" + REFUSED + "]}";

        // When
        Caller.Answer answer;
        try (Caller shop = gateway.shop()) {
            answer = shop.ask("POST", "/lists/news/members", body, SHOP, JSON);
        }

        // Then
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("nothing-to-send").doesNotContain("canary");
        assertThat(answer.field("Sluice-Records")).isEqualTo("shared=0, withheld=1");
        assertThat(partner.requests()).isEmpty();
    }

    @Test
    void sendsALargeBodyAsItComes() throws Exception {
        // Given
        int records = 60_000;
        StringBuilder body = new StringBuilder("{\"customers\":[");
        for (int k = 0; k < records; k++) {
            body.append(k == 0 ? "" : ",").append(AGREED);
        }
        body.append("]}");

        // When
        Caller.Answer answer;
        try (Caller shop = gateway.shop()) {
            answer = shop.ask("PUT", "/lists/news/members", body.toString(), SHOP, JSON);
        }

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(partner.requests()).hasSize(1);
        String sent = partner.requests().get(0).bodyText();
        assertThat(sent).doesNotContain("canary").endsWith("]}");
        assertThat(sent.split("a@x.example", -1)).hasSize(records + 1);
    }

    @Test
    void saysThatItTakesABodyToAShopThatAsks() throws Exception {
        // Given
        String body = "{\"customers\":[" + AGREED + "]}";

        // When
        Caller.Answer answer;
        try (Caller shop = gateway.shop()) {
            shop.send("POST /lists/news/members HTTP/1.1\r\nHost: g\r\n" + SHOP + "\r\n" + JSON
                    + "\r\nExpect: 100-continue\r\nContent-Length: " + body.length() + "\r\n\r\n");
            assertThat(shop.read("HEAD").status()).isEqualTo(100);
            shop.send(body);
            answer = shop.read("POST");
        }

        // Then
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void passesThePartnersRefusalOnAndCountsItAsOne() throws Exception {
        // Given
        partner.script(
                (request, connection) -> connection.send(
                        "HTTP/1.1 429 Slow\r\nContent-Type: text/plain\r\nSet-Cookie: canary\r\nContent-Length: 4\r\n\r\nslow"));

        // When
        Caller.Answer answer;
        try (Caller shop = gateway.shop()) {
            answer = shop.ask("POST", "/lists/news/members", "{\"customers\":[" + AGREED + "]}", SHOP, JSON);
        }

        // Then
        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.text()).isEqualTo("slow");
        assertThat(answer.head()).doesNotContain("canary");
        gateway.awaitOutcome("partner-refused");
    }

    @Test
    void countsARedirectOfThePartnerAsARefusal() throws Exception {
        // Given
        partner.script((request, connection) ->
                connection.send("HTTP/1.1 307 There\r\nLocation: /canary\r\nContent-Length: 0\r\n\r\n"));

        // When
        Caller.Answer answer;
        try (Caller shop = gateway.shop()) {
            answer = shop.ask("POST", "/lists/news/members", "{\"customers\":[" + AGREED + "]}", SHOP, JSON);
        }

        // Then
        assertThat(answer.status()).isEqualTo(307);
        assertThat(answer.head()).doesNotContain("canary");
        gateway.awaitOutcome("partner-refused");
    }

    static Stream<Arguments> bad() {
        String target = "/lists/news/members";
        return Stream.of(
                Arguments.of(target, MAILWERK, JSON, "{}", 401, "unknown-shop"),
                Arguments.of(target, SHOP, "Content-Type: text/csv", "a,canary", 415, "request-media-type"),
                Arguments.of(
                        target, SHOP, "Content-Type: application/json; charset=latin1", "{}", 415, "request-charset"),
                Arguments.of(target, SHOP, JSON + "\r\nContent-Encoding: br", "canary", 415, "request-coding"),
                Arguments.of(target, SHOP, JSON + "\r\nContent-Encoding: gzip", "canary", 400, "request-broken-coding"),
                Arguments.of(target, SHOP, JSON, "{\"customers\":canary}", 400, "request-not-json"),
                Arguments.of("/customers.json", SHOP, JSON, "{}", 404, "unknown-route"),
                Arguments.of(target + "?x=1", SHOP, JSON, "{}", 400, "query-not-allowed"));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void refusesWhatItCannotJudge(String target, String key, String lines, String body, int status, String code)
            throws Exception {
        // When
        Caller.Answer answer;
        try (Caller shop = gateway.shop()) {
            answer = shop.ask("POST", target, body, key, lines);
        }

        // Then
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.text()).contains("urn:sluice:problem:" + code).doesNotContain("canary");
        assertThat(partner.requests()).isEmpty();
        assertThat(gateway.metrics()).contains("outcome=\"" + code + "\"");
    }

    @Test
    void breaksThePartnersMessageWhenTheShopsBreaks() throws Exception {
        // Given
        String records = (AGREED + ",").repeat(30_000);

        // When
        Caller.Answer answer;
        try (Caller shop = gateway.shop()) {
            answer = shop.ask("POST", "/lists/news/members", "{\"customers\":[" + records + "oops]}", SHOP, JSON);
        }

        // Then
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("request-not-json");
        assertThat(partner.requests()).isEmpty();
    }

    @Test
    void tellsTheShopNothingOfSuccessWhenThePartnerResetsInTheMiddle() throws Exception {
        // Given
        String body = "{\"customers\":[" + AGREED + "]}";
        partner.script((request, connection) -> {
            connection.send("HTTP/1.1 200 OK\r\n" + JSON + "\r\nContent-Length: 500\r\n\r\n{\"accepted\":");
            Thread.sleep(200);
            connection.reset();
        });

        // When / Then
        try (Caller shop = gateway.shop()) {
            assertThatThrownBy(() -> shop.ask("POST", "/lists/news/members", body, SHOP, JSON))
                    .isInstanceOf(IOException.class);
        }
        assertThat(partner.requests()).hasSize(1);
        assertThat(gateway.metrics()).containsPattern("cut=\"true\"[^}]*outcome=\"upstream-truncated\"");
    }

    @Test
    void sendsThePartnerNoWholeMessageWhenTheShopResetsInTheMiddle() throws Exception {
        // Given
        String records = (AGREED + ",").repeat(30_000);

        // When
        try (Caller shop = gateway.shop()) {
            shop.send("POST /lists/news/members HTTP/1.1\r\nHost: g\r\n" + SHOP + "\r\n" + JSON
                    + "\r\nContent-Length: 90000000\r\n\r\n{\"customers\":[" + records);
            Thread.sleep(300);
            shop.socket().setSoLinger(true, 0);
        }

        // Then
        await(() -> gateway.metrics().contains("outcome=\"request-truncated\""));
        assertThat(partner.connections()).isEqualTo(1);
        assertThat(partner.requests()).isEmpty();
    }

    private static void await(BooleanSupplier holds) throws InterruptedException {
        for (int tries = 0; tries < 100 && !holds.getAsBoolean(); tries++) {
            Thread.sleep(50);
        }
        assertThat(holds.getAsBoolean()).isTrue();
    }

    @Test
    void aYesToAPartIsNoYes() throws Exception {
        // Given
        String body = "{\"customers\":[" + (AGREED + ",").repeat(200_000) + AGREED + "]}";
        try (ServerSocket hasty = new ServerSocket(0)) {
            CompletableFuture.runAsync(() -> answerAtOnce(hasty));

            // When
            Caller.Answer answer;
            try (RunningGateway toHasty = new RunningGateway(hasty.getLocalPort(), new OpenBook());
                    Caller shop = toHasty.shop()) {
                answer = shop.ask("POST", "/lists/news/members", body, SHOP, JSON);
            }

            // Then
            assertThat(answer.status()).isEqualTo(502);
            assertThat(answer.text()).contains("upstream-early");
        }
    }

    @Test
    void aNoToAPartIsTheAnswerAndThePartStaysBroken() throws Exception {
        // Given
        String body = "{\"customers\":[" + (AGREED + ",").repeat(200_000) + AGREED + "]}";
        try (ServerSocket hasty = new ServerSocket(0)) {
            CompletableFuture<String> heard = CompletableFuture.supplyAsync(
                    () -> answerAtOnce(hasty, "HTTP/1.1 413 Too Much\r\nContent-Length: 4\r\n\r\nless"));

            // When
            Caller.Answer answer;
            try (RunningGateway toHasty = new RunningGateway(hasty.getLocalPort(), new OpenBook());
                    Caller shop = toHasty.shop()) {
                answer = shop.ask("POST", "/lists/news/members", body, SHOP, JSON);
            }

            // Then
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.text()).isEqualTo("less");
            assertThat(answer.field("Connection")).isEqualTo("close");
            assertThat(heard.get(10, TimeUnit.SECONDS)).doesNotEndWith("0\r\n\r\n");
        }
    }

    private static void answerAtOnce(ServerSocket server) {
        answerAtOnce(server, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
    }

    /** What was heard until the gateway closed the connection. */
    private static String answerAtOnce(ServerSocket server, String answer) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        try (Socket socket = server.accept()) {
            heard.write(socket.getInputStream().readNBytes(4096));
            socket.getOutputStream().write(answer.getBytes(UTF_8));
            socket.getInputStream().transferTo(heard);
        } catch (IOException e) {
            // The gateway closed the connection.
        }
        return heard.toString(UTF_8);
    }

    @Test
    void isNotRepeatedWhereAKeptConnectionDiesUnderIt() throws Exception {
        // Given
        String body = "{\"customers\":[" + AGREED + "]}";
        partner.script((request, connection) -> {
            if (partner.requests().size() == 1) {
                connection.json("{\"accepted\":1}");
            } else {
                connection.reset();
            }
        });

        // When
        Caller.Answer first;
        Caller.Answer second;
        try (Caller shop = gateway.shop()) {
            first = shop.ask("POST", "/lists/news/members", body, SHOP, JSON);
            second = shop.ask("POST", "/lists/news/members", body, SHOP, JSON);
        }

        // Then
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(502);
        assertThat(second.text()).contains("urn:sluice:problem:upstream-silent");
        assertThat(partner.connections()).isEqualTo(1);
        assertThat(partner.requests()).hasSize(2);
    }

    @Test
    void takesANewConnectionWhereThePartnerClosedTheKeptOne() throws Exception {
        // Given
        String body = "{\"customers\":[" + AGREED + "]}";
        partner.script((request, connection) -> {
            connection.json("{\"accepted\":1}");
            connection.socket().close();
        });

        // When
        Caller.Answer second;
        try (Caller shop = gateway.shop()) {
            shop.ask("POST", "/lists/news/members", body, SHOP, JSON);
            Thread.sleep(200);
            second = shop.ask("POST", "/lists/news/members", body, SHOP, JSON);
        }

        // Then
        assertThat(second.status()).isEqualTo(200);
        assertThat(partner.connections()).isEqualTo(2);
    }

    @Test
    void whatReachedNobodyIsNotCountedAsShared() throws Exception {
        // Given
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        try (RunningGateway lonely = new RunningGateway(nobody, new OpenBook());
                Caller shop = lonely.shop()) {
            // When
            Caller.Answer answer =
                    shop.ask("POST", "/lists/news/members", "{\"customers\":[" + AGREED + "]}", SHOP, JSON);

            // Then
            assertThat(answer.status()).isEqualTo(502);
            assertThat(lonely.metrics()).doesNotContain("outcome=\"shared\"").doesNotContain("sluice_fields_total{");
        }
    }
}
