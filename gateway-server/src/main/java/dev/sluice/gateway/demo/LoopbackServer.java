package dev.sluice.gateway.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * One side of the demo behind the gateway: a shop that serves documents, or a partner's API that keeps what it was sent.
 * HTTPS on a free port of 127.0.0.1.
 */
final class LoopbackServer implements AutoCloseable {

    private static final byte[] ACCEPTED = "{\"accepted\":true}".getBytes(StandardCharsets.UTF_8);

    private final HttpsServer server;
    private final ExecutorService threads;
    private final Map<String, byte[]> documents;
    private final Map<String, byte[]> received = new ConcurrentHashMap<>();

    private LoopbackServer(HttpsServer server, ExecutorService threads, Map<String, byte[]> documents) {
        this.server = server;
        this.threads = threads;
        this.documents = Map.copyOf(documents);
    }

    /** @param documents what a GET finds, by path; a POST is accepted and kept whatever its path */
    static LoopbackServer start(SSLContext tls, Map<String, byte[]> documents) throws IOException {
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(tls));
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "demo-server");
            thread.setDaemon(true);
            return thread;
        });
        server.setExecutor(threads);
        LoopbackServer loopback = new LoopbackServer(server, threads, documents);
        server.createContext("/", loopback::answer);
        server.start();
        return loopback;
    }

    String url() {
        return "https://127.0.0.1:" + server.getAddress().getPort();
    }

    /** What was sent to {@code path} last, or null if nothing was. */
    byte @Nullable [] received(String path) {
        return received.get(path);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            byte[] answer;
            int status;
            if (exchange.getRequestMethod().equals("POST")) {
                received.put(path, body);
                answer = ACCEPTED;
                status = 202;
            } else {
                answer = documents.getOrDefault(path, new byte[0]);
                status = documents.containsKey(path) ? 200 : 404;
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
