package dev.sluice.policy.field;

/** What was decided for one record, and what its forms need to know. */
public record RecordVerdict(FieldDecisions decisions, RecordContext context) {}
