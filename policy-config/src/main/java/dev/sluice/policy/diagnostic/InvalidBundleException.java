package dev.sluice.policy.diagnostic;

import java.util.List;
import java.util.Map;

/** A bundle was refused whole. Carries every problem, warnings included, and the texts that they stand in. */
public final class InvalidBundleException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;
    private final transient Map<String, SourceText> sources;

    public InvalidBundleException(List<Problem> problems) {
        this(problems, Map.of());
    }

    /** @param sources the files that could be read, by name */
    public InvalidBundleException(List<Problem> problems, Map<String, SourceText> sources) {
        super(countOfErrors(problems));
        this.problems = List.copyOf(problems);
        this.sources = Map.copyOf(sources);
    }

    private static String countOfErrors(List<Problem> problems) {
        long errors = problems.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .count();
        return errors + (errors == 1 ? " error" : " errors");
    }

    /** In the order of their places. */
    public List<Problem> problems() {
        return problems;
    }

    public Map<String, SourceText> sources() {
        return sources;
    }
}
