package dev.sluice.gateway.demo;

import dev.sluice.gateway.enforce.StreamEnforcer;
import dev.sluice.gateway.json.Framing;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.gateway.json.MalformedJsonException;
import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.BundleLoader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays the scenes through the running gateway and prints each. */
final class Stage {

    private final PrintStream out;
    private final Colours colours;
    private final DemoFiles files;
    private final DemoConfig config;
    private final Caller caller;
    private final LoopbackServer apis;
    private final SideBySide printout;
    private final JsonMapper mapper = new JsonMapper();

    Stage(PrintStream out, Colours colours, DemoFiles files, DemoConfig config, Caller caller, LoopbackServer apis) {
        this.out = out;
        this.colours = colours;
        this.files = files;
        this.config = config;
        this.caller = caller;
        this.apis = apis;
        this.printout = new SideBySide(out, colours);
    }

    /** Whether everything that came is what the example promises. */
    boolean playAll() throws IOException, InterruptedException, InvalidBundleException {
        DecisionPoint decisions = new BundleLoader(Clock.systemUTC())
                .prepare(files.bundle(), new ThrowawayKeys())
                .decisions();
        boolean asPromised = true;
        for (Scene scene : Scene.ALL) {
            asPromised &= play(scene, decisions);
        }
        asPromised &= strangers();
        printout.legend();
        return asPromised;
    }

    private boolean play(Scene scene, DecisionPoint decisions) throws IOException, InterruptedException {
        byte[] held = files.sample(scene.catalog());
        HttpResponse<byte[]> answer = scene.push()
                ? caller.post(config.shopUrl() + scene.path(), DemoConfig.SHOP_KEY, held)
                : caller.get(config.partnersUrl() + scene.path(), scene.key());
        byte[] got = scene.push() ? apis.received(scene.path()) : answer.body();
        String way = scene.push() ? "push  POST " : "pull  GET ";
        printout.heading(scene.partnerName() + " " + scene.about() + "    " + way + scene.path() + "  →  "
                + answer.statusCode());
        JsonNode seen = got == null || answer.statusCode() >= 300 ? null : mapper.readTree(got);
        printout.print(scene.partnerName(), Comparison.of(trace(scene, decisions, held), mapper.readTree(held), seen));
        return judge(scene, seen);
    }

    private boolean judge(Scene scene, @Nullable JsonNode seen) throws IOException {
        JsonNode expected = mapper.readTree(
                Files.readAllBytes(files.bundle().resolve("expected").resolve(scene.expected())));
        boolean met = Expectation.met(expected, seen);
        if (!met) {
            out.println(colours.wrong("not what examples/shop/expected/" + scene.expected() + " promises"));
        }
        return met;
    }

    /** Decides the sample once more beside the gateway, for the reasons, which no partner ever sees. */
    private static DecisionTrace trace(Scene scene, DecisionPoint decisions, byte[] held) throws IOException {
        DecisionTrace trace = new DecisionTrace(decisions.openDetailed(
                new DisclosureRequest(scene.partner(), scene.purpose(), scene.catalog(), Instant.now())));
        try {
            new StreamEnforcer(trace, JsonLimits.DEFAULTS)
                    .run(Framing.DOCUMENT, new ByteArrayInputStream(held), OutputStream.nullOutputStream(), read -> {});
        } catch (MalformedJsonException e) {
            throw new IOException("the sample of " + scene.catalog() + " is not JSON", e);
        }
        return trace;
    }

    /** Who has no key, or asks for what is another's, gets a problem and no byte of a document. */
    private boolean strangers() throws IOException, InterruptedException {
        printout.heading("Strangers and the curious");
        Scene customers = Scene.ALL.get(0);
        int stranger = caller.get(config.partnersUrl() + customers.path(), "no-such-key")
                .statusCode();
        Scene carrier = Scene.ALL.get(1);
        int curious = caller.get(config.partnersUrl() + customers.path(), carrier.key())
                .statusCode();
        out.println("an unknown key asks for customers: " + stranger);
        out.println(carrier.partnerName() + " asks for the route of " + customers.partnerName() + ": " + curious);
        boolean refused = stranger == 401 && (curious == 403 || curious == 404);
        if (!refused) {
            out.println(colours.wrong("not refused as it should be"));
        }
        return refused;
    }
}
