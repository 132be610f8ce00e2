package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Messages that two servers could read in two ways, on either side: none is passed on, and none shifts an answer. */
final class SmugglingTest {

    private static final String DOCUMENT = "{\"customers\":[{\"email\":\"a@x.example\",\"ok\":true}]}";

    private static ScriptedUpstream upstream;
    private static RunningGateway gateway;

    @BeforeAll
    static void start() throws Exception {
        upstream = new ScriptedUpstream((request, connection) -> connection.json(DOCUMENT));
        gateway = new RunningGateway(upstream.port(), new OpenBook());
    }

    @AfterAll
    static void stop() throws Exception {
        gateway.close();
        upstream.close();
    }

    @BeforeEach
    void begin() {
        upstream.requests().clear();
        upstream.script((request, connection) -> connection.json(DOCUMENT));
    }

    static Stream<SmugglingCase> requests() throws IOException {
        return SmugglingCase.read("requests.txt", 4);
    }

    static Stream<SmugglingCase> answers() throws IOException {
        return SmugglingCase.read("answers.txt", 2);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void readsARequestInOneWayOrNotAtAll(SmugglingCase sent) throws Exception {
        // Given
        boolean shop = sent.columns().get(1).equals("shop");

        // When
        Caller.Answer answer;
        byte[] rest;
        try (Caller caller = shop ? gateway.shop() : gateway.partner()) {
            caller.send(sent.message());
            answer = caller.read("POST");
            caller.socket().shutdownOutput();
            rest = caller.rest();
        }

        // Then
        assertThat(answer.status()).isEqualTo(sent.number(2));
        assertThat(new String(rest, StandardCharsets.ISO_8859_1)).isEmpty();
        assertThat(upstream.requests()).hasSize(sent.number(3));
        assertThat(upstream.requests())
                .allSatisfy(request ->
                        assertThat(request.head() + request.bodyText()).doesNotContain("smuggled"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("answers")
    void readsAnAnswerInOneWayOrNotAtAll(SmugglingCase sent) throws Exception {
        // Given
        upstream.script((request, connection) -> {
            connection.send(sent.message());
            connection.socket().shutdownOutput();
        });

        // When
        Caller.Answer answer;
        Caller.Answer next;
        try (Caller first = gateway.partner();
                Caller second = gateway.partner()) {
            answer = first.get("/customers.json", MAILWERK);
            upstream.script((request, connection) -> connection.json(DOCUMENT));
            next = second.get("/customers.json", MAILWERK);
        }

        // Then
        assertThat(answer.status()).isEqualTo(sent.number(1));
        assertThat(answer.head() + answer.text()).doesNotContain("smuggled");
        assertThat(next.status()).isEqualTo(200);
        assertThat(next.text()).isEqualTo("{\"customers\":[{\"email\":\"a@x.example\"}]}");
    }
}
