package dev.sluice.gateway.bundle;

import dev.sluice.policy.diagnostic.Problem;

/** A problem as one line: place, code, message. */
final class ProblemLine {

    private ProblemLine() {}

    static String of(Problem problem) {
        StringBuilder line = new StringBuilder();
        (problem.location() + ": " + problem.code() + " " + problem.message())
                .codePoints()
                .map(c -> Character.isISOControl(c) || c == 0x2028 || c == 0x2029 ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString();
    }
}
