package dev.sluice.gateway.scenario;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.io.PrintStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Tells what came of a suite, in one format. */
public interface SuiteReport {

    void print(Suite.Outcome outcome, PrintStream out);

    /**
     * How places and values are written.
     *
     * @param directory the bundle's, as the caller named it
     * @param values whether values of the tests' documents are shown
     */
    record Style(Path directory, boolean values) {

        /** {@code file:line}, so that an editor opens it. */
        String place(SourceLocation location) {
            return file(location) + ":" + location.line();
        }

        String file(SourceLocation location) {
            return directory.resolve(location.file()).normalize().toString().replace('\\', '/');
        }

        /** Where a finding is; names that are data are values too. */
        @Nullable String at(Finding finding) {
            return values ? finding.path() : finding.pattern();
        }

        /** A finding in one line. */
        String line(Finding finding) {
            String at = at(finding);
            String line = at == null ? finding.message() : at + " " + finding.message();
            if (!values) {
                return line;
            }
            String expected = finding.expected() == null ? "" : "expected " + finding.expected();
            String left = finding.left() == null ? "" : "got " + finding.left();
            String both = expected.isEmpty() || left.isEmpty() ? expected + left : expected + ", " + left;
            return both.isEmpty() ? line : line + ": " + both;
        }
    }
}
