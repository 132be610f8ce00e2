package dev.sluice.gateway.cli;

import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.repository.LoadedBundle;
import java.nio.file.Path;

/** One line about a bundle that is in order: what is in it, and how to tell it from others. */
final class BundleSummary {

    private BundleSummary() {}

    static String of(Path directory, LoadedBundle loaded) {
        Bundle model = loaded.model();
        return directory + ": " + counted(model.catalogs().size(), "catalog") + ", "
                + counted(model.partners().size(), "partner") + ", "
                + policies(model.policies().size()) + "; version "
                + loaded.version().brief();
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String policies(int count) {
        return count == 1 ? "1 policy" : count + " policies";
    }
}
