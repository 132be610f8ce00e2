package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** HEAD says what GET would say, and discloses nothing of anybody: nothing is accounted for as shared. */
final class HeadTest {

    private static final String RECORD = "{\"email\":\"a@x.example\",\"ok\":true}";

    private final Logger exchanges = (Logger) LoggerFactory.getLogger("sluice.exchange");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    private ScriptedUpstream shop;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        shop = new ScriptedUpstream((request, connection) -> connection.json("{\"customer\":" + RECORD + "}"));
        gateway = new RunningGateway(shop.port(), new OpenBook());
        log.start();
        exchanges.setLevel(Level.INFO);
        exchanges.addAppender(log);
    }

    @AfterEach
    void stop() throws Exception {
        exchanges.detachAppender(log);
        exchanges.setLevel(null);
        gateway.close();
        shop.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20_000})
    void sharesNothing(int more) throws Exception {
        // Given
        shop.script((request, connection) ->
                connection.json("{\"customers\":[" + (RECORD + ",").repeat(more) + RECORD + "]}"));

        // When
        Caller.Answer answer;
        try (Caller partner = gateway.partner()) {
            answer = partner.ask("HEAD", "/customers.json", "", MAILWERK);
        }

        // Then
        assertThat(answer.status()).isEqualTo(200);
        assertThat(gateway.metrics()).doesNotContain("outcome=\"shared\"").doesNotContain("sluice_fields_total{");
        assertThat(log.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .contains(" method=HEAD status=200 outcome=ok ", " shared=0 withheld=0 ", " out=0 "));
    }

    @Test
    void isCountedAsWithheldWhereNothingOfARecordMayLeave() throws Exception {
        // Given
        shop.script(
                (request, connection) -> connection.json("{\"customer\":{\"email\":\"a@x.example\",\"ok\":false}}"));

        // When
        try (Caller partner = gateway.partner()) {
            partner.ask("HEAD", "/customers/7", "", MAILWERK);
        }

        // Then
        assertThat(log.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .contains(" status=404 outcome=not-available ", " shared=0 withheld=1 "));
    }
}
