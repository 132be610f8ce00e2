package dev.sluice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** The admin listener asks for the token, answers nothing else than it must, and is nowhere else. */
final class AdminApiTest {

    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @TempDir
    private Path directory;

    private ScriptedUpstream shop;
    private LiveGateway gateway;

    @BeforeEach
    void start() throws Exception {
        LiveGateway.bundle(directory.resolve("bundle"), true);
        shop = new ScriptedUpstream((request, connection) -> connection.json("{\"customers\":[]}"));
        gateway = LiveGateway.start(directory, shop.port());
        log.start();
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).addAppender(log);
        ((Logger) LoggerFactory.getLogger("sluice.admin")).setLevel(Level.INFO);
    }

    @AfterEach
    void stop() throws Exception {
        ((Logger) LoggerFactory.getLogger("sluice.admin")).setLevel(null);
        ((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).detachAppender(log);
        gateway.close();
        shop.close();
    }

    @Test
    void asksForTheToken() throws Exception {
        Caller.Answer without = gateway.admin("GET", "/admin/bundle", "", new String[0]);
        Caller.Answer wrong = gateway.admin("GET", "/admin/bundle", "", "Authorization: Bearer guess-of-somebody");
        Caller.Answer basic = gateway.admin("GET", "/admin/bundle", "", "Authorization: Basic " + LiveGateway.TOKEN);
        Caller.Answer unknown = gateway.admin("GET", "/nothing", "", "Authorization: Bearer guess-of-somebody");

        assertThat(without.status()).isEqualTo(401);
        assertThat(without.field("WWW-Authenticate")).isEqualTo("Bearer");
        assertThat(wrong.text()).isEqualTo(without.text()).contains("urn:sluice:admin-problem:unknown-token");
        assertThat(basic.status()).isEqualTo(401);
        assertThat(unknown.status()).isEqualTo(401);
    }

    @Test
    void writesNoTokenIntoTheLog() throws Exception {
        // When
        gateway.admin("GET", "/admin/bundle", "", "Authorization: Bearer guess-of-somebody");
        gateway.admin("POST", "/admin/bundle/reload", "");

        // Then
        assertThat(log.list).extracting(ILoggingEvent::getFormattedMessage).anyMatch(line -> line.contains("admin"));
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .noneMatch(line -> line.contains("guess-of-somebody") || line.contains(LiveGateway.TOKEN));
    }

    @Test
    void refusesWhatItDoesNotKnow() throws Exception {
        assertThat(gateway.admin("GET", "/admin/nothing", "").status()).isEqualTo(404);
        assertThat(gateway.admin("DELETE", "/admin/bundle", "").status()).isEqualTo(405);
        assertThat(gateway.admin("POST", "/admin/bundle/reload?force=true", "").status())
                .isEqualTo(400);
        assertThat(gateway.admin("POST", "/admin/bundle/activate", "{\"version\":\"x\"}")
                        .status())
                .isEqualTo(400);
        assertThat(gateway.admin("POST", "/admin/bundle/activate", "[1]").status())
                .isEqualTo(400);
        assertThat(gateway.admin("POST", "/admin/bundle/release", "{}").status())
                .isEqualTo(409);
    }

    @Test
    void refusesAParameterThatStandsTwice() throws Exception {
        for (String query : List.of("cut=true&cut=false", "cut=false&cut=true", "cut=true&cut=true")) {
            Caller.Answer answer = gateway.admin("POST", "/admin/bundle/reload?" + query, "");

            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.text()).contains("urn:sluice:admin-problem:bad-request", "`cut` stands more than once");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Accept: */*", "Expect: 100-continue", "Transfer-Encoding: chunked"})
    void saysThatABodyIsTooLarge(String line) throws Exception {
        // Given
        String token = "Authorization: Bearer " + LiveGateway.TOKEN;
        String body = "{\"version\":\"" + "x".repeat(3 << 20) + "\"}";
        String framed = line.startsWith("Transfer") ? Integer.toHexString(body.length()) + "\r\n" + body : body;

        // When
        Caller.Answer answer = gateway.admin("POST", "/admin/bundle/activate", framed, token, line);

        // Then
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.field("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.text())
                .contains("\"type\":\"urn:sluice:admin-problem:body-too-large\"", "\"status\":413")
                .doesNotContain("xxx");
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .contains("admin method=POST path=/admin/bundle/activate status=413");
    }

    @Test
    void asksForTheTokenBeforeItSpeaksOfTheBody() throws Exception {
        // When
        Caller.Answer answer = gateway.admin("POST", "/admin/bundle/activate", "x".repeat(3 << 20), new String[0]);

        // Then
        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void isOnNoOtherListener() throws Exception {
        try (Caller partner = gateway.partner()) {
            Caller.Answer answer =
                    partner.get("/admin/bundle", LiveGateway.MAILWERK, "Authorization: Bearer " + LiveGateway.TOKEN);
            assertThat(answer.status()).isEqualTo(404);
        }
        assertThat(gateway.probe("/admin/bundle").status()).isEqualTo(404);
    }
}
