package dev.sluice.policy.decision;

/**
 * A record's customer as far as they were known when it was decided, for those who ask what would be if a fact were
 * another. Personal data: nothing can be read from it, and it is never printed.
 */
public interface AskedPerson {}
