package dev.sluice.gateway.demo;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import javax.net.ssl.SSLContext;

/** Calls the gateway as a partner or as the shop would. */
final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient client;

    Caller(SSLContext trusting) {
        this.client = HttpClient.newBuilder()
                .sslContext(trusting)
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build();
    }

    HttpResponse<byte[]> get(String url, String key) throws IOException, InterruptedException {
        return client.send(to(url, key).GET().build(), BodyHandlers.ofByteArray());
    }

    HttpResponse<byte[]> post(String url, String key, byte[] body) throws IOException, InterruptedException {
        HttpRequest request = to(url, key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        return client.send(request, BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder to(String url, String key) {
        return HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).header("X-Api-Key", key);
    }
}
