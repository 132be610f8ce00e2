package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HEAD says what GET would say, and discloses nothing of anybody: nothing is accounted for as shared. */
final class HeadTest {

    private static final String RECORD = "{\"email\":\"a@x.example\",\"ok\":true}";

    @RegisterExtension
    private final ExchangeLines lines = new ExchangeLines();

    private ScriptedUpstream shop;
    private RunningGateway gateway;

    @BeforeEach
    void start() throws Exception {
        shop = new ScriptedUpstream((request, connection) -> connection.json("{\"customer\":" + RECORD + "}"));
        gateway = new RunningGateway(shop.port(), new OpenBook());
    }

    @AfterEach
    void stop() throws Exception {
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
        assertThat(lines.all())
                .singleElement()
                .satisfies(line -> assertThat(line)
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
        assertThat(lines.all())
                .singleElement()
                .satisfies(line ->
                        assertThat(line).contains(" status=404 outcome=not-available ", " shared=0 withheld=1 "));
    }
}
