package dev.sluice.gateway.edge;

import dev.sluice.gateway.app.Gateway;
import dev.sluice.gateway.config.ConfiguredKeys;
import dev.sluice.gateway.config.GatewayConfig;
import dev.sluice.gateway.config.Limits;
import dev.sluice.gateway.config.ListenerConfig;
import dev.sluice.gateway.config.ShopListenerConfig;
import dev.sluice.gateway.config.UpstreamConfig;
import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.partner.ApiKeyDigest;
import dev.sluice.gateway.partner.Partner;
import dev.sluice.gateway.partner.PartnerRegistry;
import dev.sluice.gateway.route.Direction;
import dev.sluice.gateway.route.PathPattern;
import dev.sluice.gateway.route.Route;
import dev.sluice.policy.decision.DecisionPoint;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A gateway on free ports before one upstream, with two partners and a few routes. */
final class RunningGateway implements AutoCloseable {

    static final String MAILWERK = "X-Api-Key: mailwerk-key";
    static final String PAKET = "X-Api-Key: paket-key";
    static final String SUSPENDED = "X-Api-Key: suspended-key";
    static final String SHOP = "X-Api-Key: shop-key";
    static final String NEWSLETTER = "marketing.communications.email";

    private final Gateway gateway;

    RunningGateway(int upstreamPort, DecisionPoint decisions) throws Exception {
        this(URI.create("http://127.0.0.1:" + upstreamPort), null, null, decisions, Limits.DEFAULTS);
    }

    RunningGateway(URI upstream, Path ca, ListenerConfig.TlsFiles tls, DecisionPoint decisions, Limits limits)
            throws Exception {
        UpstreamConfig shop = new UpstreamConfig(
                "shop",
                upstream,
                ca,
                new UpstreamConfig.Presented("X-Shop-Token", "token-of-the-gateway"),
                Duration.ofSeconds(1),
                Duration.ofMillis(1500),
                Duration.ofMillis(1500));
        GatewayConfig config = new GatewayConfig(
                Path.of("."),
                null,
                new ListenerConfig("127.0.0.1", 0, null, tls),
                new ShopListenerConfig(new ListenerConfig("127.0.0.1", 0, null, tls), List.of(hex("shop-key"))),
                null,
                new ListenerConfig("127.0.0.1", 0, null, null),
                new ConfiguredKeys(Map.of(), "gateway.yaml"),
                limits,
                Duration.ofSeconds(2),
                Map.of("shop", shop),
                List.of(),
                List.of());
        gateway = Gateway.start(config, routes(), new Rulebook(decisions, partners()));
    }

    private static PartnerRegistry partners() {
        return new PartnerRegistry(List.of(
                partner("mailwerk", true, List.of(NEWSLETTER)),
                partner("paket", true, List.of("x.delivery", "essential.service.notifications")),
                partner("suspended", false, List.of(NEWSLETTER))));
    }

    private static Partner partner(String id, boolean active, List<String> purposes) {
        return new Partner(id, active, purposes, List.of(ApiKeyDigest.of(id + "-key")));
    }

    private static List<Route> routes() {
        return List.of(
                pull("customers", Set.of("mailwerk", "paket", "suspended"), "/customers.json", "customers"),
                pull("customer", Set.of("mailwerk"), "/customers/{id}", "customer"),
                new Route(
                        "search",
                        Direction.PULL,
                        Set.of("mailwerk"),
                        Set.of("GET"),
                        PathPattern.parse("/search.json"),
                        "shop",
                        "customers",
                        Set.of("limit"),
                        null,
                        false),
                new Route(
                        "members",
                        Direction.PUSH,
                        Set.of("mailwerk"),
                        Set.of("POST", "PUT"),
                        PathPattern.parse("/lists/{list}/members"),
                        "shop",
                        "customers",
                        Set.of(),
                        null,
                        true));
    }

    private static Route pull(String id, Set<String> partners, String path, String catalog) {
        return new Route(
                id,
                Direction.PULL,
                partners,
                Set.of("GET", "HEAD"),
                PathPattern.parse(path),
                "shop",
                catalog,
                Set.of("limit"),
                null,
                true);
    }

    static String hex(String key) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }

    int partnersPort() {
        return gateway.partnersPort();
    }

    int shopPort() {
        return gateway.shopPort();
    }

    int probesPort() {
        return gateway.probesPort();
    }

    String metrics() {
        return gateway.metrics();
    }

    /** Whether so many exchanges are under way. */
    boolean underWay(int exchanges) {
        return metrics().contains("sluice_exchanges_under_way " + exchanges + ".0");
    }

    /** Waits until one exchange has ended so. */
    void awaitOutcome(String outcome) throws InterruptedException {
        Pattern ended = Pattern.compile("sluice_exchanges_total\\{[^}]*outcome=\"" + outcome + "\"[^}]*} 1");
        LiveGateway.await(() -> ended.matcher(metrics()).find());
    }

    Gateway gateway() {
        return gateway;
    }

    Caller partner() throws Exception {
        return new Caller(partnersPort());
    }

    Caller shop() throws Exception {
        return new Caller(shopPort());
    }

    @Override
    public void close() {
        gateway.close();
    }
}
