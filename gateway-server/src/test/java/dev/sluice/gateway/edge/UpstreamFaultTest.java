package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a shop can do wrong: a clean problem before the first byte, a broken message after it, and never its own words. */
final class UpstreamFaultTest {

    private static final String CANARY = "canary@example.org";
    private static final String DOCUMENT = "{\"customers\":[{\"email\":\"a@x.example\",\"ok\":true}]}";

    private ScriptedUpstream shop;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        shop = new ScriptedUpstream((request, connection) -> connection.json(DOCUMENT));
        gateway = new RunningGateway(shop.port(), new OpenBook());
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        shop.close();
    }

    private Caller.Answer pull() throws Exception {
        try (Caller partner = gateway.partner()) {
            return partner.get("/customers.json", MAILWERK);
        }
    }

    private void assertProblem(Caller.Answer answer, int status, String code) {
        assertThat(answer.status()).as(code).isEqualTo(status);
        assertThat(answer.text()).contains("urn:sluice:problem:" + code).doesNotContain(CANARY);
        assertThat(answer.head()).doesNotContain(CANARY);
        assertThat(gateway.metrics()).contains("outcome=\"" + code + "\"").doesNotContain(CANARY);
    }

    static Stream<Arguments> answers() {
        String canary = "{\"x\":\"" + CANARY + "\"}";
        return Stream.of(
                Arguments.of(answer(200, "Content-Type: text/html", canary), 502, "upstream-media-type"),
                Arguments.of(answer(200, "X-None: 1", canary), 502, "upstream-media-type"),
                Arguments.of(
                        answer(200, "Content-Type: application/json\r\nContent-Type: text/html", canary),
                        502,
                        "upstream-media-type"),
                Arguments.of(answer(200, "Content-Type: application/json-seq", canary), 502, "upstream-media-type"),
                Arguments.of(
                        answer(200, "Content-Type: application/json; charset=utf-16", canary), 502, "upstream-charset"),
                Arguments.of(
                        answer(200, "Content-Type: application/json; charset=iso-8859-1", canary),
                        502,
                        "upstream-charset"),
                Arguments.of(
                        answer(200, "Content-Type: application/json\r\nContent-Encoding: br", canary),
                        502,
                        "upstream-coding"),
                Arguments.of(
                        answer(200, "Content-Type: application/json\r\nContent-Encoding: gzip, gzip", canary),
                        502,
                        "upstream-coding"),
                Arguments.of(
                        answer(200, "Content-Type: application/json\r\nContent-Encoding: gzip", canary),
                        502,
                        "upstream-broken-coding"),
                Arguments.of(
                        answer(200, "Content-Type: application/json", "{\"x\":" + CANARY), 502, "upstream-not-json"),
                Arguments.of(answer(200, "Content-Type: application/json", ""), 502, "upstream-not-json"),
                Arguments.of(answer(206, "Content-Type: application/json", canary), 502, "upstream-partial"),
                Arguments.of(answer(301, "Location: /" + CANARY, canary), 502, "upstream-redirect"),
                Arguments.of(answer(400, "Content-Type: application/json", canary), 400, "upstream-refused"),
                Arguments.of(answer(401, "WWW-Authenticate: " + CANARY, canary), 502, "upstream-refused"),
                Arguments.of(answer(403, "Content-Type: application/json", canary), 403, "upstream-refused"),
                Arguments.of(answer(407, "Proxy-Authenticate: " + CANARY, canary), 502, "upstream-refused"),
                Arguments.of(answer(404, "Content-Type: application/json", canary), 404, "not-available"),
                Arguments.of(answer(410, "Content-Type: application/json", canary), 404, "not-available"),
                Arguments.of(answer(416, "Content-Range: bytes */9", canary), 416, "upstream-refused"),
                Arguments.of(answer(500, "Content-Type: text/html", canary), 500, "upstream-refused"),
                Arguments.of("HTTP/1.1 304 Not Modified\r\nETag: \"" + CANARY + "\"\r\n\r\n", 502, "upstream-redirect"),
                Arguments.of(
                        "HTTP/1.1 103 Early Hints\r\nLink: <" + CANARY + ">\r\n\r\n" + answer(200, "A: b", "{}"),
                        502,
                        "upstream-media-type"),
                Arguments.of(
                        "HTTP/1.1 102 Processing\r\nA: b\r\n\r\n".repeat(9)
                                + answer(200, "Content-Type: application/json", "{}"),
                        502,
                        "upstream-protocol"),
                Arguments.of(
                        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\n\r\n", 502, "upstream-protocol"),
                Arguments.of("SSH-2.0-" + CANARY + "\r\n\r\n\r\n", 502, "upstream-protocol"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}x",
                        502,
                        "upstream-protocol"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        502,
                        "upstream-protocol"),
                Arguments.of(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
                        502,
                        "upstream-protocol"));
    }

    private static String answer(int status, String lines, String body) {
        return "HTTP/1.1 " + status + " Any\r\n" + lines + "\r\nSet-Cookie: " + CANARY + "\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    @ParameterizedTest
    @MethodSource("answers")
    void tellsAProblemInsteadOfWhatTheShopSaid(String answer, int status, String code) throws Exception {
        // Given
        shop.script((request, connection) -> connection.send(answer));

        // When
        Caller.Answer told = pull();

        // Then
        assertProblem(told, status, code);
    }

    @Test
    void dropsEveryHeaderFieldThatIsNotNamed() throws Exception {
        // Given
        shop.script((request, connection) ->
                connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json; x=" + CANARY
                        + "\r\nETag: \"" + CANARY + "\"\r\nSet-Cookie: " + CANARY + "\r\nLink: <" + CANARY
                        + ">\r\nX-User: " + CANARY
                        + "\r\nContent-Disposition: " + CANARY + "\r\nDigest: " + CANARY
                        + "\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + Integer.toHexString(DOCUMENT.length()) + "\r\n" + DOCUMENT + "\r\n0\r\nX-Trailer: " + CANARY
                        + "\r\n\r\n"));

        // When
        Caller.Answer answer = pull();

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.head()).doesNotContain(CANARY);
        assertThat(answer.text()).doesNotContain(CANARY);
    }

    @Test
    void tellsThatTheShopCannotBeReached() throws Exception {
        // Given
        int nobody;
        try (ServerSocket socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }

        // When
        Caller.Answer answer;
        try (RunningGateway lonely = new RunningGateway(nobody, new OpenBook());
                Caller partner = lonely.partner()) {
            answer = partner.get("/customers.json", MAILWERK);
        }

        // Then
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text()).contains("upstream-unreachable");
    }

    @Test
    void tellsThatTheShopIsTooSlow() throws Exception {
        // Given
        shop.script((request, connection) -> Thread.sleep(5_000));

        // When
        Caller.Answer answer = pull();

        // Then
        assertProblem(answer, 504, "upstream-timeout");
    }

    @Test
    void tellsThatTheAnswerEndedTooEarlyBeforeTheFirstByte() throws Exception {
        // Given
        shop.script((request, connection) -> {
            connection.send(
                    "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"customers\":");
            connection.socket().close();
        });

        // When
        Caller.Answer answer = pull();

        // Then
        assertProblem(answer, 502, "upstream-truncated");
    }

    @Test
    void asksAgainWhenAPooledConnectionDiedUnused() throws Exception {
        // Given
        shop.script((request, connection) -> {
            if (shop.requests().size() == 2) {
                connection.reset();
            } else {
                connection.json(DOCUMENT);
            }
        });

        // When
        Caller.Answer first;
        Caller.Answer second;
        try (Caller partner = gateway.partner()) {
            first = partner.get("/customers.json", MAILWERK);
            second = partner.get("/customers.json", MAILWERK);
        }

        // Then
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(shop.requests()).hasSize(3);
    }

    @Test
    void asksAgainOnlyOnce() throws Exception {
        // Given
        shop.script((request, connection) -> {
            if (shop.requests().size() == 1) {
                connection.json(DOCUMENT);
            } else {
                connection.reset();
            }
        });

        // When
        Caller.Answer second;
        try (Caller partner = gateway.partner()) {
            partner.get("/customers.json", MAILWERK);
            second = partner.get("/customers.json", MAILWERK);
        }

        // Then
        assertProblem(second, 502, "upstream-silent");
        assertThat(shop.requests()).hasSize(3);
    }

    @Test
    void doesNotAskAgainWhereAnAnswerBegan() throws Exception {
        // Given
        shop.script((request, connection) -> {
            if (shop.requests().size() == 1) {
                connection.json(DOCUMENT);
            } else {
                connection.send("HTTP/1.1 2");
                Thread.sleep(200);
                connection.reset();
            }
        });

        // When
        Caller.Answer second;
        try (Caller partner = gateway.partner()) {
            partner.get("/customers.json", MAILWERK);
            second = partner.get("/customers.json", MAILWERK);
        }

        // Then
        assertProblem(second, 502, "upstream-truncated");
        assertThat(shop.requests()).hasSize(2);
    }

    @Test
    void closesAConnectionOnWhichMoreCameThanWasAsked() throws Exception {
        // Given
        shop.script((request, connection) -> connection.send(answer(200, "Content-Type: application/json", DOCUMENT)
                + answer(200, "Content-Type: application/json", "{\"x\":\"" + CANARY + "\"}")));

        // When
        Caller.Answer first = pull();
        Caller.Answer second = pull();

        // Then
        assertThat(first.status()).isEqualTo(200);
        assertThat(second.status()).isEqualTo(200);
        assertThat(first.text() + second.text()).doesNotContain(CANARY);
        assertThat(shop.connections()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"gzip", "deflate"})
    void undoesTheContentCoding(String coding) throws Exception {
        // Given
        byte[] body = coding.equals("gzip") ? gzip(DOCUMENT) : zlib(DOCUMENT);
        shop.script((request, connection) -> encoded(connection, coding, body));

        // When
        Caller.Answer answer = pull();

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.has("Content-Encoding")).isFalse();
        assertThat(answer.text()).contains("a@x.example");
    }

    private static void encoded(ScriptedUpstream.Connection connection, String coding, byte[] body) throws IOException {
        connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: " + coding
                + "\r\nContent-Length: " + body.length + "\r\n\r\n");
        connection.send(body);
    }

    static Stream<Arguments> brokenGzip() throws IOException {
        byte[] whole = gzip(DOCUMENT);
        byte[] wrongSum = whole.clone();
        wrongSum[whole.length - 8] ^= 1;
        byte[] wrongLength = whole.clone();
        wrongLength[whole.length - 1] ^= 1;
        byte[] twice = Arrays.copyOf(whole, whole.length * 2);
        System.arraycopy(whole, 0, twice, whole.length, whole.length);
        return Stream.of(
                Arguments.of("cut in its trailer", Arrays.copyOf(whole, whole.length - 3)),
                Arguments.of("cut in its data", Arrays.copyOf(whole, whole.length - 20)),
                Arguments.of("wrong checksum", wrongSum),
                Arguments.of("wrong length", wrongLength),
                Arguments.of("a second member", twice),
                Arguments.of("a byte behind it", Arrays.copyOf(whole, whole.length + 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenGzip")
    void refusesBrokenGzip(String what, byte[] body) throws Exception {
        // Given
        shop.script((request, connection) -> encoded(connection, "gzip", body));

        // When
        Caller.Answer answer = pull();

        // Then
        assertThat(what).isNotEmpty();
        assertProblem(answer, 502, "upstream-broken-coding");
    }

    @Test
    void refusesABodyThatInflatesBeyondTheRatio() throws Exception {
        // Given
        byte[] bomb = gzip(" ".repeat(8 << 20) + DOCUMENT);
        shop.script((request, connection) -> encoded(connection, "gzip", bomb));

        // When
        Caller.Answer answer = pull();

        // Then
        assertProblem(answer, 502, "upstream-inflates");
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] zlib(String text) {
        Deflater deflater = new Deflater();
        deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
        deflater.finish();
        byte[] out = new byte[text.length() + 100];
        int length = deflater.deflate(out);
        deflater.end();
        return Arrays.copyOf(out, length);
    }

    @Test
    void breaksTheMessageWhenTheShopFailsAfterTheFirstByte() throws Exception {
        // Given
        String record = "{\"email\":\"a@x.example\",\"ok\":true},";
        shop.script((request, connection) -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 90000000\r\n\r\n");
            connection.send("{\"customers\":[" + record.repeat(20_000));
            Thread.sleep(300);
            connection.reset();
        });

        // When / Then
        try (Caller partner = gateway.partner()) {
            assertThatThrownBy(() -> partner.get("/customers.json", MAILWERK)).isInstanceOf(IOException.class);
        }
        assertThat(gateway.metrics()).containsPattern("cut=\"true\"[^}]*outcome=\"upstream-truncated\"");
    }

    @Test
    void breaksTheMessageWhenTheJsonBreaksAfterTheFirstByte() throws Exception {
        // Given
        String record = "{\"email\":\"a@x.example\",\"ok\":true},";
        shop.script((request, connection) ->
                connection.json("{\"customers\":[" + record.repeat(30_000) + "\"" + CANARY + "\",}]}"));

        // When / Then
        try (Caller partner = gateway.partner()) {
            assertThatThrownBy(() -> partner.get("/customers.json", MAILWERK)).isInstanceOf(IOException.class);
        }
        assertThat(gateway.metrics()).containsPattern("cut=\"true\"[^}]*outcome=\"upstream-not-json\"");
    }
}
