package dev.sluice.gateway.cli;

import dev.sluice.gateway.app.PreparedGateway;
import dev.sluice.gateway.config.ConfigReader;
import dev.sluice.gateway.config.GatewayConfig;
import dev.sluice.gateway.config.ShownLines;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.SourceText;
import dev.sluice.policy.repository.BundleLoader;
import dev.sluice.policy.repository.ReadyBundle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * A gateway's file and its bundle, read and checked together.
 *
 * @param bundle the bundle that the file names
 */
record Preparation(PreparedGateway gateway, ReadyBundle bundle) {

    /**
     * Reads all there is to check.
     *
     * @param problems takes every problem, warnings included
     * @return nothing if one of the problems is an error
     */
    static Optional<Preparation> of(Path file, PlacedProblems problems) {
        GatewayConfig config;
        try {
            config = ConfigReader.read(file);
            problems.add(Path.of(""), config.warnings(), text(file));
        } catch (InvalidBundleException e) {
            problems.add(Path.of(""), e.problems(), e.sources());
            return Optional.empty();
        }
        Path directory = config.bundle();
        ReadyBundle bundle;
        try {
            bundle = new BundleLoader(Clock.systemUTC()).prepare(directory, config.keys());
            problems.add(directory, bundle.warnings(), bundle.loaded().sources());
        } catch (InvalidBundleException e) {
            problems.add(directory, e.problems(), e.sources());
            return Optional.empty();
        }
        try {
            return Optional.of(new Preparation(PreparedGateway.of(config, bundle), bundle));
        } catch (InvalidBundleException e) {
            problems.add(Path.of(""), e.problems(), text(file));
            return Optional.empty();
        }
    }

    private static Map<String, SourceText> text(Path file) {
        String name = file.toString().replace('\\', '/');
        try {
            return Map.of(name, ShownLines.of(SourceText.of(name, Files.readString(file))));
        } catch (IOException e) {
            // It was read a moment ago; without its lines the places still stand.
            return Map.of();
        }
    }
}
