package dev.sluice.policy.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list that every stage of loading adds to, so that an author sees all problems at once. Not safe for threads. */
public final class Problems {

    private final List<Problem> problems = new ArrayList<>();

    /** Takes over a problem that was found elsewhere. */
    public void add(Problem problem) {
        problems.add(problem);
    }

    public void error(String code, SourceLocation location, String message, @Nullable String help) {
        problems.add(Problem.error(code, location, message, help));
    }

    public void warning(String code, SourceLocation location, String message, @Nullable String help) {
        problems.add(Problem.warning(code, location, message, help));
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** All problems in the order of their places, each once: what two rules refer to is told for both alike. */
    public List<Problem> sorted() {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparing(Problem::location).thenComparing(Problem::code))
                .toList();
    }
}
