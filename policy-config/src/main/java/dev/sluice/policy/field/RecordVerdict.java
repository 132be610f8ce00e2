package dev.sluice.policy.field;

import java.util.List;

/**
 * What was decided for one record, and what its forms need to know.
 *
 * @param added what is written at the end of the record's object, if the record leaves; most often nothing
 */
public record RecordVerdict(FieldDecisions decisions, RecordContext context, List<AddedMember> added) {

    public RecordVerdict {
        added = List.copyOf(added);
    }

    /** A verdict that adds nothing. */
    public RecordVerdict(FieldDecisions decisions, RecordContext context) {
        this(decisions, context, List.of());
    }
}
