package dev.sluice.gateway.json;

import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.Form;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts of one body: records and fields that left, by form, or stayed, by reason; and what no catalog knows, by the node
 * around it. Never a value, never a name that a catalog does not spell.
 */
public final class DisclosureTally {

    /**
     * What a reason means where the engine itself withheld: these stand below zero, decisions' own reasons from zero
     * on.
     */
    public static final int ENCLOSING_WITHHELD = -1;

    public static final int CANNOT_APPLY = -2;
    private static final int FAULTS = -10;
    private static final int LOWEST = FAULTS - RecordFault.values().length;

    private final long[] sharedAsIs;
    private final long[] withheldInRecords;
    private final long[] unclassified;
    private final Map<Changed, Count> changed = new HashMap<>();
    private final @Nullable ReasonCounts[] withheld;
    private final ReasonCounts withheldRecords = new ReasonCounts(LOWEST);
    private long sharedRecords;

    /** A form that fields of a class left in. */
    public record Changed(int fieldClass, String form) {}

    /** A reason that fields of a class stayed for. */
    public record WithheldField(int fieldClass, int reason) {}

    private static final class Count {
        private long value;
    }

    DisclosureTally(FieldPlan plan) {
        this.sharedAsIs = new long[plan.classes() + 1];
        this.withheldInRecords = new long[plan.classes() + 1];
        this.unclassified = new long[plan.tree().size()];
        this.withheld = new ReasonCounts[plan.classes() + 1];
    }

    /** The reason under which records with this fault are counted. */
    public static int reasonOf(RecordFault fault) {
        return FAULTS - fault.ordinal();
    }

    /** The fault that a reason below zero stands for. */
    public static RecordFault faultOf(int reason) {
        return reason > FAULTS ? RecordFault.NONE : RecordFault.of(FAULTS - reason);
    }

    void shared(int fieldClass, int fields) {
        sharedAsIs[fieldClass] += fields;
    }

    void changed(int fieldClass, Form form) {
        changed.computeIfAbsent(new Changed(fieldClass, form.name()), key -> new Count()).value++;
    }

    void withheld(int fieldClass, int fields, FieldDecisions decisions) {
        if (fields > 0) {
            withheld(fieldClass, fields, decisions.at(fieldClass).reason());
        }
    }

    void withheld(int fieldClass, int fields, int reason) {
        ReasonCounts counts = withheld[fieldClass];
        if (counts == null) {
            counts = new ReasonCounts(LOWEST);
            withheld[fieldClass] = counts;
        }
        counts.add(reason, fields);
    }

    void withheldWithRecord(int fieldClass, int fields) {
        withheldInRecords[fieldClass] += fields;
    }

    void sharedRecord() {
        sharedRecords++;
    }

    void withheldRecord(int reason) {
        withheldRecords.add(reason, 1);
    }

    void countUnclassified(int parent, int times) {
        unclassified[parent] += times;
    }

    public long sharedRecords() {
        return sharedRecords;
    }

    /** Records that stayed, by reason. */
    public Map<Integer, Long> withheldRecords() {
        return withheldRecords.byReason();
    }

    public long withheldRecordCount() {
        return withheldRecords.total();
    }

    /** Fields of a class that left as they were. */
    public long sharedAsIs(int fieldClass) {
        return sharedAsIs[fieldClass];
    }

    /** Fields that left changed. */
    public Map<Changed, Long> changed() {
        Map<Changed, Long> counts = new HashMap<>();
        changed.forEach((key, count) -> counts.put(key, count.value));
        return counts;
    }

    /** Fields of records that left, which stayed; class 0 is not counted. */
    public Map<WithheldField, Long> withheld() {
        Map<WithheldField, Long> counts = new HashMap<>();
        for (int fieldClass = 0; fieldClass < withheld.length; fieldClass++) {
            ReasonCounts ofClass = withheld[fieldClass];
            if (ofClass != null) {
                int counted = fieldClass;
                ofClass.byReason().forEach((reason, count) -> counts.put(new WithheldField(counted, reason), count));
            }
        }
        return counts;
    }

    /** Fields of a class that stayed because their record did. */
    public long withheldWithRecord(int fieldClass) {
        return withheldInRecords[fieldClass];
    }

    /** Members and elements directly below a node that no catalog knows. */
    public long unclassified(int node) {
        return unclassified[node];
    }

    @Override
    public String toString() {
        return "DisclosureTally[" + sharedRecords + " records shared, " + withheldRecordCount() + " withheld]";
    }
}
