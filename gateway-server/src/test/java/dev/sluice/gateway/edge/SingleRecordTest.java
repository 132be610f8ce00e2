package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A withheld single record and an absent one cannot be told apart. */
final class SingleRecordTest {

    private ScriptedUpstream shop;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        shop = new ScriptedUpstream((request, connection) -> {
            if (request.head().startsWith("GET /customers/1 ")) {
                connection.json("{\"customer\":{\"email\":\"canary@x.example\",\"ok\":false}}");
            } else if (request.head().startsWith("GET /customers/2 ")) {
                connection.send("HTTP/1.1 404 Gone\r\nX-Why: canary\r\nContent-Length: 6\r\n\r\ncanary");
            } else if (request.head().startsWith("GET /customers/5 ")) {
                connection.send("HTTP/1.1 410 Gone\r\nRetry-After: 7\r\nContent-Length: 6\r\n\r\ncanary");
            } else if (request.head().startsWith("GET /customers/4 ")) {
                String line = "{\"customer\":{\"email\":\"canary@x.example\",\"ok\":false}}\n";
                connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/x-ndjson\r\nContent-Length: "
                        + line.length() + "\r\n\r\n" + line);
            } else {
                connection.json("{\"customer\":{\"email\":\"a@x.example\",\"ok\":true}}");
            }
        });
        gateway = new RunningGateway(shop.port(), new OpenBook());
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
        shop.close();
    }

    /** The withheld: a record, or a line; the absent: for good, or to be asked for later. */
    @ParameterizedTest
    @CsvSource({"/customers/1, /customers/2", "/customers/4, /customers/2", "/customers/1, /customers/5"})
    void answersAlikeToTheWithheldAndTheAbsent(String one, String other) throws Exception {
        // Given
        Caller.Answer withheld;
        Caller.Answer absent;

        // When
        try (Caller partner = gateway.partner()) {
            withheld = partner.get(one, MAILWERK);
            absent = partner.get(other, MAILWERK);
        }

        // Then
        assertThat(withheld.status()).isEqualTo(404);
        assertThat(absent.status()).isEqualTo(404);
        assertThat(withheld.text()).contains("absent or not available to you").doesNotContain("canary");
        assertThat(anonymous(withheld)).isEqualTo(anonymous(absent));
    }

    @Test
    void answersAlikeToHead() throws Exception {
        // Given
        Caller.Answer withheld;
        Caller.Answer shared;

        // When
        try (Caller partner = gateway.partner()) {
            withheld = partner.ask("HEAD", "/customers/1", "", MAILWERK);
            shared = partner.ask("HEAD", "/customers/3", "", MAILWERK);
        }

        // Then
        assertThat(withheld.status()).isEqualTo(404);
        assertThat(shared.status()).isEqualTo(200);
        assertThat(shared.has("Content-Length")).isFalse();
    }

    /** The answer without the one thing that may differ. */
    private static String anonymous(Caller.Answer answer) {
        return (answer.head() + answer.text()).replace(answer.field("Sluice-Exchange"), "ID");
    }
}
