package dev.sluice.gateway.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/**
 * The gateway's own file for the demo: everything on loopback, one key for pseudonyms, a route for each scene.
 *
 * @param partners the port that partners call
 * @param shop the port that the shop calls
 * @param probes the port of health and metrics
 */
record DemoConfig(int partners, int shop, int probes) {

    /** What the sample shop shows to the gateway. */
    static final String SHOP_KEY = "demo-key-of-the-shop";

    private static final int SECRET_BYTES = 32;

    static DemoConfig onFreePorts() throws IOException {
        try (ServerSocket one = loopback();
                ServerSocket two = loopback();
                ServerSocket three = loopback()) {
            return new DemoConfig(one.getLocalPort(), two.getLocalPort(), three.getLocalPort());
        }
    }

    String partnersUrl() {
        return "https://localhost:" + partners;
    }

    String shopUrl() {
        return "https://localhost:" + shop;
    }

    private static ServerSocket loopback() throws IOException {
        return new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}));
    }

    /**
     * Writes the file and the key beside the certificate that is there already.
     *
     * @param upstreams addresses by the name of the upstream: {@code the-shop}, and each partner's API by the partner's id
     */
    Path write(DemoFiles files, Map<String, String> upstreams) throws IOException {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        files.write("secrets/pseudonyms.key", HexFormat.of().formatHex(secret));
        StringBuilder yaml = new StringBuilder();
        yaml.append("format: 1\nbundle: bundle/\nlisteners:\n");
        listener(yaml, "partners", partners);
        listener(yaml, "shop", shop);
        yaml.append("    recognised_by:\n      - api_key: { sha256: \"")
                .append(sha256(SHOP_KEY))
                .append("\" }\n");
        yaml.append("  probes:\n    bind: \"127.0.0.1:").append(probes).append("\"\n    tls: off\n");
        yaml.append("keys:\n  \"2026\": { file: secrets/pseudonyms.key }\nupstreams:\n");
        upstreams.forEach((name, url) -> yaml.append("  ")
                .append(name)
                .append(":\n    url: \"")
                .append(url)
                .append("\"\n    ca: tls/cert.pem\n"));
        yaml.append("routes:\n");
        Scene.ALL.forEach(scene -> route(yaml, scene));
        files.write("gateway.yaml", yaml.toString());
        return files.path("gateway.yaml");
    }

    private static void listener(StringBuilder yaml, String name, int port) {
        yaml.append("  ")
                .append(name)
                .append(":\n    bind: \"127.0.0.1:")
                .append(port)
                .append("\"\n");
        yaml.append("    tls: { certificate: tls/cert.pem, key: tls/key.pem }\n");
    }

    private static void route(StringBuilder yaml, Scene scene) {
        yaml.append("  - id: ").append(scene.partner()).append(scene.push() ? "-push" : "-pull");
        yaml.append("\n    direction: ").append(scene.push() ? "push" : "pull");
        yaml.append("\n    partners: [").append(scene.partner());
        yaml.append("]\n    methods: [").append(scene.push() ? "POST" : "GET");
        yaml.append("]\n    path: ").append(scene.path());
        yaml.append("\n    upstream: ").append(scene.push() ? scene.partner() : "the-shop");
        yaml.append("\n    catalog: ").append(scene.catalog()).append('\n');
    }

    private static String sha256(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new UncheckedIOException(new IOException("every Java has SHA-256", e));
        }
    }
}
