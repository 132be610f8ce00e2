package dev.sluice.gateway.cli;

import dev.sluice.gateway.bundle.LiveBundle;
import dev.sluice.gateway.bundle.LiveBundle.NotPossibleException;
import dev.sluice.gateway.bundle.RestingBundles;
import dev.sluice.gateway.bundle.Rulebooks;
import dev.sluice.gateway.config.GatewayConfig;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.repository.BundleNote;
import dev.sluice.policy.repository.KeptBundle;
import dev.sluice.policy.repository.StateInUseException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where versions are listed, pinned and released: at the running gateway, or in its state directory while it rests. */
sealed interface BundleDesk extends AutoCloseable {

    /** The versions, and a note on the one in force or null. */
    record Listing(List<KeptBundle> kept, @Nullable BundleNote inForce, boolean running) {}

    Listing list();

    /** Returns what is to be said about it. */
    String activate(String version, String why, boolean cut);

    /** Returns what is to be said about it. */
    String release(String why);

    @Override
    void close();

    /** The state directory if nobody has it, else the gateway that has it. */
    static BundleDesk open(GatewayOption option) {
        GatewayConfig config = option.read();
        Path state = config.state();
        if (state == null) {
            return new Running(option.client(config));
        }
        LiveBundle.Source source = new LiveBundle.Source(config.bundle(), new Rulebooks(config.routes()), config::keys);
        try {
            return new Resting(RestingBundles.open(state, source, Clock.systemUTC()));
        } catch (StateInUseException e) {
            return new Running(option.client(config));
        } catch (IOException e) {
            throw UnusableState.refusal("", state, e);
        }
    }

    /** A gateway that runs. */
    record Running(AdminClient client) implements BundleDesk {

        @Override
        public Listing list() {
            JsonNode bundle = client.call("GET", "/admin/bundle", Map.of());
            List<KeptBundle> kept = new ArrayList<>();
            for (JsonNode one : bundle.path("kept")) {
                kept.add(new KeptBundle(one.path("version").asString(), instant(one.path("last_in_force"))));
            }
            BundleNote note = new BundleNote(
                    bundle.path("version").asString(),
                    bundle.path("pinned").asBoolean(),
                    instant(bundle.path("since")),
                    bundle.path("by").asString(),
                    bundle.path("why").asString());
            return new Listing(kept, note, true);
        }

        private static Instant instant(JsonNode text) {
            return Instant.parse(text.asString());
        }

        @Override
        public String activate(String version, String why, boolean cut) {
            JsonNode answer = client.call(
                    "POST",
                    "/admin/bundle/activate" + (cut ? "?cut=true" : ""),
                    Map.of("version", version, "why", why, "by", GatewayOption.caller()));
            return "in force and pinned: "
                    + answer.path("bundle").path("version").asString();
        }

        @Override
        public String release(String why) {
            JsonNode answer =
                    client.call("POST", "/admin/bundle/release", Map.of("why", why, "by", GatewayOption.caller()));
            return "released; in force: "
                    + answer.path("bundle").path("version").asString();
        }

        @Override
        public void close() {
            // Each call has a connection of its own.
        }
    }

    /** A gateway that rests. */
    record Resting(RestingBundles bundles) implements BundleDesk {

        private static final String WHEN = ", from the gateway's next start";

        /** What may go wrong with files and bundles. */
        private interface Step<T> {
            T run() throws IOException, InvalidBundleException, NotPossibleException;
        }

        @Override
        public Listing list() {
            return run(() -> {
                Optional<BundleNote> note = bundles.inForce();
                return new Listing(bundles.list(), note.orElse(null), false);
            });
        }

        @Override
        public String activate(String version, String why, boolean cut) {
            return run(() -> "pinned"
                    + WHEN
                    + ": "
                    + bundles.activate(version, GatewayOption.caller(), why).version());
        }

        @Override
        public String release(String why) {
            return run(() -> {
                bundles.release(GatewayOption.caller(), why);
                return "released: the bundle's directory counts again" + WHEN;
            });
        }

        private static <T> T run(Step<T> step) {
            try {
                return step.run();
            } catch (NotPossibleException e) {
                throw new Refusal(String.valueOf(e.getMessage()));
            } catch (InvalidBundleException e) {
                throw new Refusal("the version no longer fits the gateway's file: " + e.getMessage());
            } catch (IOException e) {
                throw new Refusal("the state directory cannot be used");
            }
        }

        @Override
        public void close() {
            try {
                bundles.close();
            } catch (IOException e) {
                throw new Refusal("the state directory cannot be let go");
            }
        }
    }
}
