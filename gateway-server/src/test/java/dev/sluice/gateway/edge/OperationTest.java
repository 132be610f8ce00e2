package dev.sluice.gateway.edge;

import static dev.sluice.gateway.edge.RunningGateway.MAILWERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.gateway.config.Limits;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Probes, limits and the end of a gateway. */
final class OperationTest {

    private ScriptedUpstream shop;

    @BeforeEach
    void start() throws Exception {
        shop = new ScriptedUpstream((request, connection) -> connection.json(
                "{\"customers\":[{\"email\":\"a@x.example\",\"ok\":true,\"canary\":1},{\"ok\":false}]}"));
    }

    @AfterEach
    void stop() throws Exception {
        shop.close();
    }

    private static Caller.Answer probe(RunningGateway gateway, String path) throws IOException {
        try (Caller caller = new Caller(gateway.probesPort())) {
            return caller.get(path);
        }
    }

    @Test
    void answersProbesAndNothingElse() throws Exception {
        // Given
        try (RunningGateway gateway = new RunningGateway(shop.port(), new OpenBook())) {
            // When
            int healthy = probe(gateway, "/healthz").status();
            int ready = probe(gateway, "/readyz").status();
            int other = probe(gateway, "/customers.json").status();

            // Then
            assertThat(healthy).isEqualTo(200);
            assertThat(ready).isEqualTo(200);
            assertThat(other).isEqualTo(404);
        }
    }

    @Test
    void countsWhatWasSharedAndWithheld() throws Exception {
        // Given
        try (RunningGateway gateway = new RunningGateway(shop.port(), new OpenBook())) {
            try (Caller partner = gateway.partner()) {
                partner.get("/customers.json", MAILWERK);
            }

            // When
            String metrics = probe(gateway, "/metrics").text();

            // Then
            assertThat(metrics)
                    .contains("sluice_records_total{outcome=\"shared\",partner=\"mailwerk\",route=\"customers\"} 1.0")
                    .contains(
                            "sluice_records_total{outcome=\"not_shared\",partner=\"mailwerk\",route=\"customers\"} 1.0")
                    .contains("sluice_fields_total{catalog=\"customers\",form=\"as_is\",partner=\"mailwerk\"} 1.0")
                    .contains("sluice_fields_unclassified_total{catalog=\"customers\"")
                    .contains("sluice_exchange_duration_seconds_bucket")
                    .contains("sluice_bundle_info{meaning=\"fedcba9876543210\",version=\"0123456789ab\"} 1")
                    .doesNotContain("canary", "x.example");
        }
    }

    @Test
    void refusesExchangesBeyondItsLimit() throws Exception {
        // Given
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answer = new CountDownLatch(1);
        shop.script((request, connection) -> {
            asked.countDown();
            answer.await(10, TimeUnit.SECONDS);
            connection.json("{\"customers\":[]}");
        });
        Limits one = new Limits(10, 1, 64 << 20, 1 << 20, 256 << 10, 1 << 30);
        URI url = URI.create("http://127.0.0.1:" + shop.port());
        try (RunningGateway gateway = new RunningGateway(url, null, null, new OpenBook(), one);
                Caller first = gateway.partner();
                Caller second = gateway.partner()) {
            first.send("GET /customers.json HTTP/1.1\r\nHost: g\r\n" + MAILWERK + "\r\n\r\n");
            asked.await(10, TimeUnit.SECONDS);

            // When
            Caller.Answer refused = second.get("/customers.json", MAILWERK);
            answer.countDown();

            // Then
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text()).contains("urn:sluice:problem:busy");
            assertThat(first.read("GET").status()).isEqualTo(200);
        }
    }

    @Test
    void refusesABodyThatNeedsMoreThanAllBodiesMayHoldAndServesTheNext() throws Exception {
        // Given
        String large = "{\"customers\":[{\"id\":1,\"note\":\"" + "x".repeat(700_000) + "\"}]}";
        Deque<String> bodies = new ConcurrentLinkedDeque<>(List.of(large, "{\"customers\":[]}"));
        shop.script((request, connection) -> connection.json(bodies.remove()));
        Limits small = new Limits(10, 10, 400 << 10, 1 << 20, 256 << 10, 1 << 30);
        URI url = URI.create("http://127.0.0.1:" + shop.port());
        try (RunningGateway gateway = new RunningGateway(url, null, null, new OpenBook(), small);
                Caller first = gateway.partner();
                Caller second = gateway.partner()) {
            // When
            Caller.Answer refused = first.get("/customers.json", MAILWERK);
            Caller.Answer served = second.get("/customers.json", MAILWERK);

            // Then
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.text()).contains("urn:sluice:problem:busy").doesNotContain("xxx");
            assertThat(served.status()).isEqualTo(200);
        }
    }

    @Test
    void letsExchangesEndBeforeItStops() throws Exception {
        // Given
        CountDownLatch asked = new CountDownLatch(1);
        shop.script((request, connection) -> {
            asked.countDown();
            Thread.sleep(500);
            connection.json("{\"customers\":[]}");
        });
        try (RunningGateway gateway = new RunningGateway(shop.port(), new OpenBook());
                Caller partner = gateway.partner()) {
            int port = gateway.partnersPort();
            partner.send("GET /customers.json HTTP/1.1\r\nHost: g\r\n" + MAILWERK + "\r\n\r\n");
            asked.await(10, TimeUnit.SECONDS);

            // When
            CompletableFuture<Boolean> stopped = CompletableFuture.supplyAsync(() -> {
                try {
                    return gateway.gateway().stop();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            });
            Caller.Answer answer = partner.read("GET");

            // Then
            assertThat(answer.status()).isEqualTo(200);
            assertThat(stopped.get(20, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> new Caller(port)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void cutsWhatDoesNotEndInTime() throws Exception {
        // Given
        shop.script((request, connection) -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n");
            connection.send("{\"customers\":[{\"email\":\"a@x.example\",\"ok\":true},");
            for (int k = 0; k < 30; k++) {
                Thread.sleep(300);
                connection.send(" ");
            }
        });
        try (RunningGateway gateway = new RunningGateway(shop.port(), new OpenBook());
                Caller partner = gateway.partner()) {
            partner.send("GET /customers.json HTTP/1.1\r\nHost: g\r\n" + MAILWERK + "\r\n\r\n");
            partner.read("HEAD");

            // When
            boolean clean = gateway.gateway().stop();
            String rest = new String(partner.rest(), StandardCharsets.UTF_8);

            // Then
            assertThat(clean).isFalse();
            assertThat(rest).doesNotContain("\r\n0\r\n\r\n").doesNotEndWith("0\r\n\r\n");
        }
    }
}
