package dev.sluice.policy.diagnostic;

import java.util.List;

/** A bundle was refused whole. Carries every problem, warnings included. */
public final class InvalidBundleException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public InvalidBundleException(List<Problem> problems) {
        super(problems.stream().filter(p -> p.severity() == Severity.ERROR).count() + " errors");
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
