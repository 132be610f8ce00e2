package dev.sluice.gateway.metrics;

import java.util.Map;

/**
 * The bundle in force in figures, asked for at each scrape.
 *
 * @param version its digest in brief
 * @param meaning the digest of what it says
 * @param lastGood whether it is in force because what the directory holds was refused
 * @param pinned whether it was pinned by hand
 * @param problems errors of the bundle that was refused, 0 if none was
 * @param unsaved whether the state directory does not hold it
 * @param lastSuccessSeconds seconds since the directory was last found good
 * @param reloads looks at the directory by their outcome
 */
public record BundleFigures(
        String version,
        String meaning,
        boolean lastGood,
        boolean pinned,
        long problems,
        boolean unsaved,
        double lastSuccessSeconds,
        Map<String, Long> reloads) {

    public BundleFigures {
        reloads = Map.copyOf(reloads);
    }

    /** A bundle that never changes. */
    public static BundleFigures fixed(String version, String meaning) {
        return new BundleFigures(version, meaning, false, false, 0, false, 0, Map.of());
    }
}
