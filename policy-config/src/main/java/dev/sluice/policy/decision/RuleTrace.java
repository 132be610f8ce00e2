package dev.sluice.policy.decision;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.field.FieldDecisions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What every rule said of every record so far. For reports: it grows with the records, and answers are personal. */
public interface RuleTrace {

    /** The rules that bind the exchange: shares, then protects, then forbids. */
    List<Traced> rules();

    /** In the order in which they were decided, each enclosing record before those nested in it. */
    List<OfRecord> records();

    /** @param name {@code policy} or {@code policy/rule} */
    record Traced(Kind kind, String name, SourceLocation location) {}

    /** What a rule does. */
    enum Kind {
        SHARE,
        PROTECT,
        FORBID
    }

    /**
     * One record.
     *
     * @param ids all that it gives its customer, {@code namespace\0id} where there is one; none for a guest
     * @param outcomes by rule; empty where none was asked, since the record stays in any case
     * @param answers what each single condition answered; empty likewise
     * @param person of whom they were asked; null likewise
     */
    record OfRecord(
            int recordType,
            Set<String> ids,
            FieldDecisions decisions,
            List<RuleOutcome> outcomes,
            Map<Asked, Ternary> answers,
            @Nullable AskedPerson person) {
        public OfRecord {
            ids = Set.copyOf(ids);
            outcomes = List.copyOf(outcomes);
            answers = Map.copyOf(answers);
        }

        @Override
        public String toString() {
            return "OfRecord[" + recordType + "]";
        }
    }

    /** A single condition or legal ground. @param purpose of the policy that asks */
    record Asked(SourceLocation at, String purpose) {}
}
