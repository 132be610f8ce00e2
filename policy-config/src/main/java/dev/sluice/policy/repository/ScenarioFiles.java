package dev.sluice.policy.repository;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Scenario.Content;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The documents that tests name are there. A bundle without them decides all the same, so they are only missed. */
final class ScenarioFiles {

    private ScenarioFiles() {}

    static void check(Path directory, Bundle bundle, Problems problems) {
        bundle.scenarios().stream()
                .flatMap(scenario ->
                        Stream.of(scenario.given().input(), scenario.expected().output()))
                .filter(Content.OfFile.class::isInstance)
                .map(content -> ((Content.OfFile) content).name())
                .filter(name -> !Files.isRegularFile(directory.resolve(name.name())))
                .forEach(name -> problems.warning(
                        "test-without-document",
                        name.location(),
                        "there is no file `" + name + "` for the test (expected: a file below the bundle's directory)",
                        "without it `sluice test` refuses the bundle"));
    }
}
