package dev.sluice.gateway.cli;

import dev.sluice.gateway.config.ConfigReader;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.repository.BundleLoader;
import dev.sluice.policy.repository.ReadyBundle;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A bundle that a command works on, ready to decide; whatever is wrong with it has been told on the terminal. */
final class OpenedBundle {

    private OpenedBundle() {}

    /**
     * Loads a bundle.
     *
     * @param config a gateway's file, for its keys; null for throwaway ones
     * @throws Refusal if the bundle or the file has errors
     */
    static ReadyBundle of(Path directory, @Nullable Path config, Terminal terminal) {
        return withKeys(directory, config == null ? new ThrowawayKeys() : keys(config, terminal), terminal);
    }

    /** @throws Refusal if the bundle has errors */
    static ReadyBundle withKeys(Path directory, KeyRing keys, Terminal terminal) {
        try {
            return new BundleLoader(Clock.systemUTC()).prepare(directory, keys);
        } catch (InvalidBundleException e) {
            PlacedProblems problems = new PlacedProblems();
            problems.add(directory, e.problems(), e.sources());
            throw refused("the bundle has errors", problems, terminal);
        }
    }

    /** The refusal of a bundle that loads, for problems that were found later. */
    static Refusal refused(Path directory, List<Problem> found, ReadyBundle ready, Terminal terminal) {
        PlacedProblems problems = new PlacedProblems();
        problems.add(directory, found, ready.loaded().sources());
        return refused("the bundle has errors", problems, terminal);
    }

    private static KeyRing keys(Path config, Terminal terminal) {
        try {
            return ConfigReader.keys(config);
        } catch (InvalidBundleException e) {
            PlacedProblems problems = new PlacedProblems();
            problems.add(Path.of(""), e.problems(), Map.copyOf(e.sources()));
            throw refused("the configuration has errors", problems, terminal);
        }
    }

    /** The refusal of what has these problems. */
    static Refusal refused(String message, PlacedProblems problems, Terminal terminal) {
        terminal.err().print(problems.report(PlacedProblems.Format.TEXT));
        return new Refusal(message);
    }
}
