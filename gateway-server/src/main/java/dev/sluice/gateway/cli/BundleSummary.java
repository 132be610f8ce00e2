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
                + policies(model.policies().size()) + ", "
                + counted(forbids(model), "forbid") + ", "
                + counted(model.invariants().size(), "invariant") + ", "
                + counted(model.scenarios().size(), "test") + "; version "
                + loaded.version().brief();
    }

    /** Those of the shop, and those of the policies. */
    private static int forbids(Bundle model) {
        return model.forbids().size()
                + model.policies().stream()
                        .mapToInt(policy -> policy.forbids().size())
                        .sum();
    }

    static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static String policies(int count) {
        return count == 1 ? "1 policy" : count + " policies";
    }
}
