package dev.sluice.policy.decision;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.field.FieldDecisions;
import java.util.List;

/** What every rule said of every record so far. For reports: it grows with the records. */
public interface RuleTrace {

    /** The rules that bind the exchange: shares, then protects, then forbids. */
    List<Traced> rules();

    /** In the order in which they were decided, each enclosing record before those nested in it. */
    List<OfRecord> records();

    /** The numbers of the rules that speak of a class of fields. */
    List<Integer> rulesOf(int fieldClass);

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
     * @param outcomes by rule; empty where none was asked, since the record stays in any case
     */
    record OfRecord(int recordType, FieldDecisions decisions, List<RuleOutcome> outcomes) {
        public OfRecord {
            outcomes = List.copyOf(outcomes);
        }
    }
}
