package dev.sluice.gateway.cli;

import dev.sluice.gateway.comparison.GatewayFacts;
import dev.sluice.gateway.comparison.GatewayFile;
import dev.sluice.policy.compare.BundleComparison;
import dev.sluice.policy.compare.Differences;
import dev.sluice.policy.compare.InForce;
import dev.sluice.policy.compare.NotComparableException;
import dev.sluice.policy.compare.Serving;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.ReadyBundle;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two bundles, or two gateways with theirs; whatever is wrong with them has been told on the terminal. */
record ComparedPair(Side before, Side after) {

    /** One of them. @param gateway null for a bundle by itself */
    record Side(Path directory, ReadyBundle ready, @Nullable GatewayFile gateway) {

        String place(SourceLocation location) {
            return directory.resolve(location.file()).normalize().toString().replace('\\', '/') + ":" + location.line();
        }

        InForce inForce() {
            return new InForce(ready.plans(), gateway == null ? Serving.ALL : gateway.serving());
        }
    }

    /** Both get the same made-up keys, so that a key's name stands for it. */
    static ComparedPair ofBundles(Path before, Path after, Terminal terminal) {
        KeyRing keys = new ThrowawayKeys();
        return new ComparedPair(
                new Side(before, OpenedBundle.withKeys(before, keys, terminal), null),
                new Side(after, OpenedBundle.withKeys(after, keys, terminal), null));
    }

    static ComparedPair ofGateways(Path before, Path after, Terminal terminal) {
        return new ComparedPair(gateway(before, terminal), gateway(after, terminal));
    }

    private static Side gateway(Path file, Terminal terminal) {
        PlacedProblems problems = new PlacedProblems();
        Preparation prepared = Preparation.of(file, problems)
                .orElseThrow(() -> OpenedBundle.refused("`" + file + "` or its bundle has errors", problems, terminal));
        return new Side(
                prepared.gateway().config().bundle(),
                prepared.bundle(),
                new GatewayFile(prepared.gateway().config(), prepared.gateway().routes()));
    }

    /** All that differs. */
    Differences compare(Instant now) throws NotComparableException {
        Differences differences = BundleComparison.compare(before.inForce(), after.inForce(), now);
        GatewayFile was = before.gateway();
        GatewayFile becomes = after.gateway();
        return differences.with(was == null || becomes == null ? List.of() : GatewayFacts.compare(was, becomes));
    }
}
