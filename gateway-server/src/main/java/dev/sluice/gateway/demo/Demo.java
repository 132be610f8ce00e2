package dev.sluice.gateway.demo;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;

/** The demonstration: starts everybody, plays the scenes, and says whether what came is what the example promises. */
public final class Demo {

    private final PrintStream out;
    private final Colours colours;
    private final GatewayStart gateway;

    /**
     * Starts the real gateway.
     *
     * <p>It serves when this returns, and until what is returned is closed.
     */
    @FunctionalInterface
    public interface GatewayStart {
        AutoCloseable start(Path config) throws IOException, InvalidBundleException, InterruptedException;
    }

    /** @param out where the printout goes; the caller owns it */
    public Demo(PrintStream out, Colours colours, GatewayStart gateway) {
        this.out = out;
        this.colours = colours;
        this.gateway = gateway;
    }

    /**
     * Plays all scenes.
     *
     * @param stay whether everything goes on serving afterwards, until the process is ended
     * @return whether each partner got what the example promises
     */
    public boolean play(boolean stay) throws Exception {
        return perform(UnaryOperator.identity(), (files, config, caller, apis) -> {
            boolean asPromised = new Stage(out, colours, files, config, caller, apis).playAll();
            if (stay) {
                stay(files, config);
            }
            return asPromised;
        });
    }

    /**
     * Lets the same data flow for {@code length} without a printout.
     *
     * @return what went wrong, if anything did
     */
    public Optional<String> rehearse(Duration length) throws Exception {
        return perform(
                Rehearsal::lengthened,
                (files, config, caller, apis) -> new Rehearsal(files, config, caller).play(length));
    }

    /** What happens while everybody serves. */
    private interface Performance<T> {
        T play(DemoFiles files, DemoConfig config, Caller caller, LoopbackServer apis) throws Exception;
    }

    private <T> T perform(UnaryOperator<byte[]> document, Performance<T> performance) throws Exception {
        LoopbackCertificate certificate = LoopbackCertificate.make(Instant.now());
        try (DemoFiles files = DemoFiles.unpack();
                LoopbackServer shop = LoopbackServer.start(certificate.context(), documents(files, document));
                LoopbackServer apis = LoopbackServer.start(certificate.context(), Map.of())) {
            DemoConfig config = DemoConfig.onFreePorts();
            Path file = prepare(files, certificate, config, upstreams(shop, apis));
            try (AutoCloseable serving = gateway.start(file)) {
                return performance.play(files, config, new Caller(certificate.context()), apis);
            }
        }
    }

    /** Serves until Ctrl-C, which ends the process: its last act is to remove the files. */
    private void stay(DemoFiles files, DemoConfig config) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(files::remove, "demo-files"));
        Invitation.print(out, colours, files, config);
        out.println("Ctrl-C ends it.");
        out.flush();
        new CountDownLatch(1).await();
    }

    private static Path prepare(
            DemoFiles files, LoopbackCertificate certificate, DemoConfig config, Map<String, String> upstreams)
            throws IOException, GeneralSecurityException {
        Files.createDirectories(files.path("tls"));
        certificate.write(files.path("tls/cert.pem"), files.path("tls/key.pem"));
        return config.write(files, upstreams);
    }

    private static Map<String, byte[]> documents(DemoFiles files, UnaryOperator<byte[]> as) throws IOException {
        Map<String, byte[]> documents = new LinkedHashMap<>();
        for (Scene scene : Scene.ALL) {
            if (!scene.push()) {
                documents.put(scene.path(), as.apply(files.sample(scene.catalog())));
            }
        }
        return documents;
    }

    private static Map<String, String> upstreams(LoopbackServer shop, LoopbackServer apis) {
        Map<String, String> upstreams = new LinkedHashMap<>();
        upstreams.put("the-shop", shop.url());
        Scene.ALL.stream().filter(Scene::push).forEach(scene -> upstreams.put(scene.partner(), apis.url()));
        return upstreams;
    }
}
