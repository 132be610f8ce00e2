package dev.sluice.gateway.edge;

import dev.sluice.gateway.app.FollowedBundle;
import dev.sluice.gateway.app.Gateway;
import dev.sluice.gateway.config.ConfigReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;

/** A gateway that follows a bundle directory, with an admin listener, before one upstream. */
final class LiveGateway implements AutoCloseable {

    static final String TOKEN = "token-of-the-operators";
    static final String MAILWERK = "X-Api-Key: mailwerk-key";

    private static final String FILE = """
            format: 1
            bundle: bundle
            state: state
            listeners:
              partners: { bind: "127.0.0.1:0", tls: off }
              admin: { bind: "127.0.0.1:%d", tls: off, token: { sha256: "%s", file: admin.token } }
              probes: { bind: "127.0.0.1:0", tls: off }
            drain: { deadline: 2s }
            upstreams:
              shop: { url: "http://127.0.0.1:%d" }
            routes:
              - id: customers
                direction: pull
                partners: [mailwerk]
                methods: [GET]
                path: /customers.json
                upstream: shop
                catalog: customers
            """;

    private final Gateway gateway;

    private LiveGateway(Gateway gateway) {
        this.gateway = gateway;
    }

    /** Writes {@code gateway.yaml} into a directory whose bundle is in {@code bundle}. */
    static Path file(Path directory, int upstreamPort, int adminPort) throws Exception {
        Path file = directory.resolve("gateway.yaml");
        Files.writeString(directory.resolve("admin.token"), TOKEN + "\n");
        return Files.writeString(file, FILE.formatted(adminPort, RunningGateway.hex(TOKEN), upstreamPort));
    }

    static LiveGateway start(Path directory, int upstreamPort) throws Exception {
        return start(file(directory, upstreamPort, 0));
    }

    /** A port that another gateway had a moment ago is not free everywhere at once. */
    static LiveGateway start(Path file) throws Exception {
        for (int attempt = 0; ; attempt++) {
            try {
                return new LiveGateway(Gateway.start(FollowedBundle.open(ConfigReader.read(file), Clock.systemUTC())));
            } catch (IOException e) {
                if (attempt == 100 || !String.valueOf(e.getMessage()).contains("in use")) {
                    throw e;
                }
                Thread.sleep(100);
            }
        }
    }

    /** Writes the bundle: who gets the e-mail address, and whether the first name goes along. */
    static void bundle(Path directory, boolean firstName) throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("catalog.yaml"), """
                kind: Catalog
                id: customers
                records:
                  - at: "$.customers[*]"
                    fields:
                      email: user.contact.email
                      first: user.name.first
                """);
        Files.writeString(directory.resolve("partner.yaml"), """
                kind: Partner
                id: mailwerk
                role: email_marketer
                countries: [DE]
                purposes: [marketing.communications.email]
                recognised_by:
                  - api_key: { sha256: "%s" }
                """.formatted(sha256("mailwerk-key")));
        policy(directory, firstName);
    }

    /** Replaces the policy alone. */
    static void policy(Path directory, boolean firstName) throws IOException {
        Path aside = directory.resolve(".policy");
        Files.writeString(aside, """
                kind: Policy
                id: newsletter
                owner: privacy@shop.example
                why: The newsletter
                review_by: 2099-01-01
                partners: { ids: [mailwerk] }
                catalogs: [customers]
                purpose: marketing.communications.email
                basis: legal_obligation
                share:
                  - user.contact.email
                %s
                """.formatted(firstName ? "  - user.name.first" : ""));
        Files.move(
                aside,
                directory.resolve("policy.yaml"),
                java.nio.file.StandardCopyOption.ATOMIC_MOVE,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    /** Spoils the policy. */
    static void spoil(Path directory) throws IOException {
        Files.writeString(
                directory.resolve("policy.yaml"), "kind: Policy\nid: newsletter\nshare: [user.contact.emial]\n");
    }

    private static String sha256(String key) {
        try {
            return RunningGateway.hex(key);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    Gateway gateway() {
        return gateway;
    }

    Caller partner() throws IOException {
        return new Caller(gateway.partnersPort());
    }

    Caller.Answer customers() throws IOException {
        try (Caller caller = partner()) {
            return caller.get("/customers.json", MAILWERK);
        }
    }

    Caller.Answer probe(String path) throws IOException {
        try (Caller caller = new Caller(gateway.probesPort())) {
            return caller.get(path);
        }
    }

    Caller.Answer admin(String method, String target, String body) throws IOException {
        return admin(method, target, body, "Authorization: Bearer " + TOKEN);
    }

    Caller.Answer admin(String method, String target, String body, String... lines) throws IOException {
        try (Caller caller = new Caller(gateway.adminPort())) {
            return caller.ask(method, target, body, lines);
        }
    }

    /** The version in force. */
    String inForce() throws IOException {
        String state = admin("GET", "/admin/bundle", "").text();
        int from = state.indexOf("\"version\":\"") + 11;
        return state.substring(from, from + 64);
    }

    String metrics() {
        return gateway.metrics();
    }

    /** A port that nobody has, out of those that the system does not give to outgoing connections. */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(12_000, 32_000);
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return free.getLocalPort();
            } catch (IOException e) {
                // Taken: another one.
            }
        }
    }

    /** Waits for something that is about to happen. */
    static void await(BooleanSupplier happened) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(20));
        while (!happened.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("it did not happen");
            }
            Thread.sleep(20);
        }
    }

    @Override
    public void close() {
        gateway.close();
    }
}
