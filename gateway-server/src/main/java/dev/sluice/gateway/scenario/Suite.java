package dev.sluice.gateway.scenario;

import dev.sluice.gateway.json.MalformedJsonException;
import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.DecisionPoint.TracedDisclosure;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Scenario;
import dev.sluice.policy.model.Scenario.Content;
import dev.sluice.policy.repository.CustomersOnRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Runs a bundle's tests, each with its own clock and nothing else that could change from run to run. */
public final class Suite {

    private final Bundle bundle;
    private final DecisionPoint decisions;
    private final Problems problems = new Problems();
    private final BundleDocuments documents;
    private final Coverage coverage;
    private final List<ScenarioResult> results = new ArrayList<>();

    private Suite(Bundle bundle, DecisionPoint decisions, Path directory) {
        this.bundle = bundle;
        this.decisions = decisions;
        this.documents = new BundleDocuments(directory, problems);
        this.coverage = new Coverage(bundle);
    }

    /**
     * What came of all tests.
     *
     * @param problems documents that cannot be read: the tests that need them did not run
     */
    public record Outcome(List<ScenarioResult> results, Coverage coverage, List<Problem> problems) {

        public Outcome {
            results = List.copyOf(results);
            problems = List.copyOf(problems);
        }

        public long failed() {
            return results.stream().filter(result -> !result.passed()).count();
        }

        /** Whether there was something to run and all of it passed. */
        public boolean passed() {
            return !results.isEmpty() && failed() == 0;
        }
    }

    /**
     * Runs the tests in the order of their ids.
     *
     * @param directory the bundle's
     * @param wanted which tests are run, by their ids
     */
    public static Outcome run(Bundle bundle, DecisionPoint decisions, Path directory, Predicate<String> wanted) {
        Suite suite = new Suite(bundle, decisions, directory);
        bundle.scenarios().stream()
                .filter(scenario -> wanted.test(scenario.id().name()))
                .forEach(suite::run);
        return new Outcome(suite.results, suite.coverage, suite.problems.sorted());
    }

    private void run(Scenario scenario) {
        long began = System.nanoTime();
        Optional<byte[]> input = documents.read(scenario.given().input());
        Content output = scenario.expected().output();
        Optional<byte[]> expected = output == null ? Optional.empty() : documents.read(output);
        if (input.isEmpty() || output != null && expected.isEmpty()) {
            return;
        }
        List<Finding> findings = findings(scenario, input.get(), expected.orElse(null));
        results.add(new ScenarioResult(scenario, findings, Duration.ofNanos(System.nanoTime() - began)));
    }

    private List<Finding> findings(Scenario scenario, byte[] input, byte @Nullable [] expected) {
        Optional<Document> read = Document.read(input);
        Optional<Document> whole = expected == null ? Optional.empty() : Document.read(expected);
        if (read.isEmpty() || expected != null && whole.isEmpty()) {
            return List.of(Finding.of("the " + (read.isEmpty() ? "input" : "expected output") + " is not JSON"));
        }
        if (suspended(scenario)) {
            return List.of(Finding.of("the partner is suspended: the gateway gives it nothing, not even an answer"));
        }
        try {
            TracedDisclosure traced = open(scenario);
            Run run =
                    Run.of(traced, input, BundleDocuments.lines(scenario.given().input()));
            coverage.add(run.trace());
            Document left =
                    Document.read(run.output()).orElseThrow(() -> new IllegalStateException("what left is not JSON"));
            FieldTree tree = traced.disclosure().plan().tree();
            return Expectations.unmet(scenario.expected(), whole.orElse(null), read.get(), left, tree, run);
        } catch (MalformedJsonException e) {
            return List.of(Finding.of("the input is not JSON at " + e.getMessage()));
        }
    }

    private TracedDisclosure open(Scenario scenario) {
        Scenario.Given given = scenario.given();
        List<Named> roles = given.callerRoles();
        return decisions.openTraced(new DisclosureRequest(
                given.partner().name(),
                purpose(given),
                given.catalog().name(),
                given.at(),
                roles == null ? null : roles.stream().map(Named::name).collect(Collectors.toSet()),
                new CustomersOnRecord(given.onRecord())));
    }

    private String purpose(Scenario.Given given) {
        Named purpose = given.purpose();
        return purpose == null ? partner(given).purposes().get(0).name() : purpose.name();
    }

    private boolean suspended(Scenario scenario) {
        return partner(scenario.given()).status() == Partner.Status.SUSPENDED;
    }

    private Partner partner(Scenario.Given given) {
        return bundle.partners().stream()
                .filter(partner -> partner.id().name().equals(given.partner().name()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a test of an unknown partner passed the checks at load"));
    }
}
