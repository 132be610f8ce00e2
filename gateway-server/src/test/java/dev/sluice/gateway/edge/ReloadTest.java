package dev.sluice.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.repository.StateInUseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Another bundle takes the place of the one in force while exchanges run: whole, in one step, and only a good one. */
final class ReloadTest {

    private static final String CUSTOMER = "{\"email\":\"a@x.example\",\"first\":\"Ada\"}";
    private static final String WITH_NAME = "{\"customers\":[" + CUSTOMER + "]}";
    private static final String WITHOUT_NAME = "{\"customers\":[{\"email\":\"a@x.example\"}]}";

    @TempDir
    private Path directory;

    private Path bundle;
    private ScriptedUpstream shop;

    @BeforeEach
    void start() throws Exception {
        bundle = directory.resolve("bundle");
        LiveGateway.bundle(bundle, true);
        shop = new ScriptedUpstream((request, connection) -> connection.json(WITH_NAME));
    }

    @AfterEach
    void stop() throws Exception {
        shop.close();
    }

    private LiveGateway gateway() throws Exception {
        return LiveGateway.start(directory, shop.port());
    }

    private static boolean sees(LiveGateway gateway, String body) {
        try {
            return gateway.customers().text().equals(body);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void followsTheDirectory() throws Exception {
        try (LiveGateway gateway = gateway()) {
            assertThat(gateway.customers().text()).isEqualTo(WITH_NAME);

            // When
            LiveGateway.policy(bundle, false);

            // Then
            LiveGateway.await(() -> sees(gateway, WITHOUT_NAME));
            assertThat(gateway.metrics()).contains("sluice_bundle_reloads_total{outcome=\"activated\"} 1.0");
        }
    }

    @Test
    void followsLinksThatAreSwappedAsKubernetesDoes() throws Exception {
        // Given
        Path first = directory.resolve("bundle-as-mounted/..2026_1");
        Path mount = first.getParent();
        LiveGateway.bundle(first, true);
        Files.createSymbolicLink(mount.resolve("..data"), Path.of("..2026_1"));
        for (String file : new String[] {"catalog.yaml", "partner.yaml", "policy.yaml"}) {
            Files.createSymbolicLink(mount.resolve(file), Path.of("..data/" + file));
        }
        Files.move(bundle, directory.resolve("unused"));
        Files.createSymbolicLink(bundle, mount);
        try (LiveGateway gateway = gateway()) {
            assertThat(gateway.customers().text()).isEqualTo(WITH_NAME);

            // When
            LiveGateway.bundle(mount.resolve("..2026_2"), false);
            Files.createSymbolicLink(mount.resolve("..data_tmp"), Path.of("..2026_2"));
            Files.move(mount.resolve("..data_tmp"), mount.resolve("..data"), StandardCopyOption.ATOMIC_MOVE);

            // Then
            LiveGateway.await(() -> sees(gateway, WITHOUT_NAME));
        }
    }

    @Test
    void anExchangeKeepsTheVersionThatItBeganWith() throws Exception {
        // Given
        CountDownLatch reloaded = new CountDownLatch(1);
        shop.script((request, connection) -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                    + (WITH_NAME.length() + CUSTOMER.length() + 1) + "\r\n\r\n");
            connection.send("{\"customers\":[" + CUSTOMER + ",");
            reloaded.await(20, TimeUnit.SECONDS);
            connection.send(CUSTOMER + "]}");
        });
        try (LiveGateway gateway = gateway();
                Caller partner = gateway.partner()) {
            partner.send("GET /customers.json HTTP/1.1\r\nHost: g\r\n" + LiveGateway.MAILWERK + "\r\n\r\n");
            LiveGateway.await(() -> !shop.requests().isEmpty());

            // When
            LiveGateway.policy(bundle, false);
            Caller.Answer answer = gateway.admin("POST", "/admin/bundle/reload", "");
            reloaded.countDown();

            // Then
            assertThat(answer.status()).isEqualTo(200);
            assertThat(partner.read("GET").text()).isEqualTo("{\"customers\":[" + CUSTOMER + "," + CUSTOMER + "]}");
        }
    }

    @Test
    void aCutEndsExchangesOfOlderVersionsAsBrokenMessages() throws Exception {
        // Given
        CountDownLatch never = new CountDownLatch(1);
        shop.script((request, connection) -> {
            connection.send("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9000\r\n\r\n");
            connection.send("{\"customers\":[" + CUSTOMER + ",");
            never.await(20, TimeUnit.SECONDS);
        });
        try (LiveGateway gateway = gateway();
                Caller partner = gateway.partner()) {
            partner.send("GET /customers.json HTTP/1.1\r\nHost: g\r\n" + LiveGateway.MAILWERK + "\r\n\r\n");
            partner.read("HEAD");
            LiveGateway.policy(bundle, false);

            // When
            gateway.admin("POST", "/admin/bundle/reload?cut=true", "");
            String rest = new String(partner.rest(), StandardCharsets.UTF_8);

            // Then
            assertThat(rest).doesNotEndWith("0\r\n\r\n");
            LiveGateway.await(() -> gateway.metrics().contains("outcome=\"policy-replaced\""));
        }
        never.countDown();
    }

    @Test
    void aBrokenBundleLeavesTheLastGoodOneInForceAndIsShown() throws Exception {
        try (LiveGateway gateway = gateway()) {
            LiveGateway.spoil(bundle);

            // When
            Caller.Answer answer = gateway.admin("POST", "/admin/bundle/reload", "");

            // Then
            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.text()).contains("bundle-refused", "policy.yaml", "emial");
            assertThat(gateway.customers().text()).isEqualTo(WITH_NAME);
            assertThat(gateway.probe("/readyz").status()).isEqualTo(200);
            assertThat(gateway.probe("/readyz").text()).contains("bundle refused", "policy.yaml:3:", "emial");
            assertThat(gateway.admin("GET", "/admin/bundle", "").text()).contains("\"last_good_in_force\":true");
            assertThat(gateway.metrics()).contains("sluice_bundle_last_good 1.0");
        }
    }

    @Test
    void aRestartWithABrokenBundleStartsWithTheLastGoodOne() throws Exception {
        // Given
        gateway().close();
        LiveGateway.spoil(bundle);

        // When
        try (LiveGateway gateway = gateway()) {

            // Then
            assertThat(gateway.customers().text()).isEqualTo(WITH_NAME);
            assertThat(gateway.probe("/readyz").text()).contains("the last good version");
        }
    }

    @Test
    void aFirstStartWithABrokenBundleIsRefused() throws Exception {
        LiveGateway.spoil(bundle);

        assertThatThrownBy(this::gateway).isInstanceOf(InvalidBundleException.class);
    }

    @Test
    void aLastGoodBundleWhoseFilesWereChangedIsNotTaken() throws Exception {
        // Given
        gateway().close();
        LiveGateway.spoil(bundle);
        try (var kept = Files.walk(directory.resolve("state/bundles"))) {
            Path policy = kept.filter(file -> file.endsWith("policy.yaml"))
                    .findFirst()
                    .orElseThrow();
            Files.writeString(policy, Files.readString(policy) + "# changed\n");
        }

        // Then
        assertThatThrownBy(this::gateway).hasMessageContaining("its files were changed");
    }

    @Test
    void twoGatewaysDoNotShareAStateDirectory() throws Exception {
        try (LiveGateway first = gateway()) {
            assertThat(first.customers().status()).isEqualTo(200);

            assertThatThrownBy(this::gateway).isInstanceOf(StateInUseException.class);
        }
    }

    @Test
    void anOlderVersionIsPinnedUntilItIsReleased() throws Exception {
        try (LiveGateway gateway = gateway()) {
            String older = gateway.inForce();
            LiveGateway.policy(bundle, false);
            gateway.admin("POST", "/admin/bundle/reload", "");

            // When
            String request = "{\"version\":\"" + older.substring(0, 12) + "\",\"why\":\"too narrow\",\"by\":\"ada\"}";
            Caller.Answer activated = gateway.admin("POST", "/admin/bundle/activate", request);
            gateway.admin("POST", "/admin/bundle/reload", "");

            // Then
            assertThat(activated.status()).isEqualTo(200);
            assertThat(activated.text()).contains("too narrow", "admin (ada)");
            assertThat(gateway.customers().text()).isEqualTo(WITH_NAME);
            assertThat(gateway.probe("/readyz").text()).contains("bundle pinned");

            // When
            gateway.admin("POST", "/admin/bundle/release", "{\"why\":\"done\"}");

            // Then
            assertThat(gateway.customers().text()).isEqualTo(WITHOUT_NAME);
        }
    }

    @Test
    void aPinOutlivesARestart() throws Exception {
        // Given
        try (LiveGateway gateway = gateway()) {
            String older = gateway.inForce();
            gateway.admin("POST", "/admin/bundle/activate", "{\"version\":\"" + older + "\",\"why\":\"hold\"}");
        }
        LiveGateway.policy(bundle, false);

        // When
        try (LiveGateway gateway = gateway()) {

            // Then
            assertThat(gateway.customers().text()).isEqualTo(WITH_NAME);
        }
    }

    @Test
    void followsTheFilesOfKeys() throws Exception {
        // Given
        Path key = directory.resolve("handles.key");
        Files.writeString(key, "0123456789abcdef0123456789abcdef");
        Files.writeString(bundle.resolve("catalog.yaml"), """
                kind: Catalog
                id: customers
                records:
                  - at: "$.customers[*]"
                    customer: { id: email }
                    fields:
                      email: user.contact.email
                      first: user.name.first
                """);
        Path policy = bundle.resolve("policy.yaml");
        Files.writeString(policy, Files.readString(policy).replace("- user.contact.email", "- customer: pseudonym"));
        Path file = LiveGateway.file(directory, shop.port(), 0);
        Files.writeString(file, Files.readString(file) + "keys:\n  \"2026\": { file: handles.key }\n");
        Logger logger = (Logger) LoggerFactory.getLogger("sluice.keys");
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.setLevel(Level.INFO);
        logger.addAppender(log);
        try (LiveGateway gateway = LiveGateway.start(file)) {
            String before = gateway.customers().text();
            assertThat(log.list).isEmpty();

            // When
            Files.writeString(key, "short");

            // Then
            LiveGateway.await(() -> ready(gateway).contains("keys not read"));
            assertThat(gateway.customers().text()).isEqualTo(before);
            gateway.admin("POST", "/admin/bundle/reload", "");
            assertThat(lines(log))
                    .hasSize(2)
                    .contains("keys refused errors=1; those that were read before stay in use")
                    .anyMatch(line -> line.startsWith("key problem ") && line.contains("`handles.key` has 5 bytes"));

            // When
            Files.writeString(key, "another key, another key, another key");

            // Then
            LiveGateway.await(() -> !sees(gateway, before));
            assertThat(gateway.customers().text()).doesNotContain("a@x.example");
            assertThat(ready(gateway)).doesNotContain("keys not read");
            gateway.admin("POST", "/admin/bundle/reload", "");
            assertThat(lines(log))
                    .hasSize(3)
                    .endsWith("keys read changed=2026")
                    .noneMatch(line -> line.contains("another"));
        } finally {
            logger.detachAppender(log);
        }
    }

    private static List<String> lines(ListAppender<ILoggingEvent> log) {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    private static String ready(LiveGateway gateway) {
        try {
            return gateway.probe("/readyz").text();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void twoHundredReloadsDisturbNoExchange() throws Exception {
        // Given
        try (LiveGateway gateway = gateway()) {
            AtomicBoolean over = new AtomicBoolean();
            CompletableFuture<Integer> asked = CompletableFuture.supplyAsync(() -> {
                int count = 0;
                try (Caller partner = gateway.partner()) {
                    while (!over.get()) {
                        Caller.Answer answer = partner.get("/customers.json", LiveGateway.MAILWERK);
                        assertThat(answer.text()).isIn(WITH_NAME, WITHOUT_NAME);
                        count++;
                    }
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
                return count;
            });

            // When
            for (int k = 0; k < 200; k++) {
                LiveGateway.policy(bundle, k % 2 == 0);
                assertThat(gateway.admin("POST", "/admin/bundle/reload", "").status())
                        .isEqualTo(200);
            }
            over.set(true);

            // Then
            assertThat(asked.get(20, TimeUnit.SECONDS)).isPositive();
            try (var kept = Files.list(directory.resolve("state/bundles"))) {
                assertThat(kept).hasSize(2);
            }
        }
    }
}
