package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An example of what leaves ({@code kind: Test}): a situation, and what must come of it. It decides nothing.
 *
 * @param why what it shows; for people
 */
public record Scenario(Named id, @Nullable String why, Given given, Expected expected, SourceLocation location) {

    /**
     * Who would receive which document, and when.
     *
     * @param purpose null for the partner's only one
     * @param at the instant that ages and days are judged at
     * @param callerRoles the roles inside the partner of the person who asks; null where nobody knows
     * @param onRecord what is known of customers beside the document
     */
    public record Given(
            Named partner,
            @Nullable Named purpose,
            Named catalog,
            Instant at,
            @Nullable List<Named> callerRoles,
            OnRecord onRecord,
            Content input) {

        public Given {
            callerRoles = callerRoles == null ? null : List.copyOf(callerRoles);
        }
    }

    /**
     * What must come of it. Whatever is said must be met, and must have been put to the test.
     *
     * @param output the whole document that leaves, or null
     * @param shared single values that leave
     * @param complete whether any other value that leaves is a failure
     * @param withheld what is in the input and does not leave
     * @param rules policies, or rules, protects and forbids by {@code policy/id}, that must have acted
     */
    public record Expected(
            @Nullable Content output,
            List<SharedValue> shared,
            boolean complete,
            List<ScenarioPath> withheld,
            List<Named> rules) {

        public Expected {
            shared = List.copyOf(shared);
            withheld = List.copyOf(withheld);
            rules = List.copyOf(rules);
        }
    }

    /** A document: a file of the bundle, or written out. Neither is ever printed as a whole by accident. */
    public sealed interface Content {

        /** @param name relative to the bundle's directory, with forward slashes, never above it */
        record OfFile(Named name) implements Content {}

        /** @param json as it stands in the test */
        record Inline(String json, SourceLocation location) implements Content {
            @Override
            public String toString() {
                return "Inline[" + location + "]";
            }
        }
    }

    /** One value that leaves. @param value null for {@code null} */
    public record SharedValue(ScenarioPath path, @Nullable FactValue value) {}

    /** A place in a document. */
    public record ScenarioPath(Path path, SourceLocation location) {}
}
