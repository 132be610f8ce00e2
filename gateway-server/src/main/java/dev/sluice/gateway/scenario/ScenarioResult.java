package dev.sluice.gateway.scenario;

import dev.sluice.policy.model.Scenario;
import java.time.Duration;
import java.util.List;

/** What came of one test. */
public record ScenarioResult(Scenario scenario, List<Finding> findings, Duration took) {

    public ScenarioResult {
        findings = List.copyOf(findings);
    }

    public boolean passed() {
        return findings.isEmpty();
    }
}
