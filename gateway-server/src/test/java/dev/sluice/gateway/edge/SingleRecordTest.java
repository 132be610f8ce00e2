package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

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

    @Test
    void answersAlikeToTheWithheldAndTheAbsent() throws Exception {
        // Given
        Caller.Answer withheld;
        Caller.Answer absent;

        // When
        try (Caller partner = gateway.partner()) {
            withheld = partner.get("/customers/1", MAILWERK);
            absent = partner.get("/customers/2", MAILWERK);
        }

        // Then
        assertThat(withheld.status()).isEqualTo(404);
        assertThat(withheld.text()).contains("absent or not available to you").doesNotContain("canary");
        assertThat(anonymous(withheld)).isEqualTo(anonymous(absent));
    }

    @Test
    void answersAlikeToTheWithheldLine() throws Exception {
        // Given
        Caller.Answer withheld;
        Caller.Answer absent;

        // When
        try (Caller partner = gateway.partner()) {
            withheld = partner.get("/customers/4", MAILWERK);
            absent = partner.get("/customers/2", MAILWERK);
        }

        // Then
        assertThat(withheld.status()).isEqualTo(404);
        assertThat(anonymous(withheld)).isEqualTo(anonymous(absent));
    }

    @Test
    void answersAlikeToTheAbsentThatIsToBeAskedForLater() throws Exception {
        // Given
        Caller.Answer withheld;
        Caller.Answer absent;

        // When
        try (Caller partner = gateway.partner()) {
            withheld = partner.get("/customers/1", MAILWERK);
            absent = partner.get("/customers/5", MAILWERK);
        }

        // Then
        assertThat(absent.status()).isEqualTo(404);
        assertThat(lines(absent)).isEqualTo(lines(withheld));
        assertThat(anonymous(absent)).isEqualTo(anonymous(withheld));
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

    /** The status line and the header fields, one by one. */
    private static List<String> lines(Caller.Answer answer) {
        return anonymous(answer).lines().takeWhile(line -> !line.isEmpty()).toList();
    }

    /** The answer without the one thing that may differ. */
    private static String anonymous(Caller.Answer answer) {
        return (answer.head() + answer.text()).replace(answer.field("Sluice-Exchange"), "ID");
    }
}
