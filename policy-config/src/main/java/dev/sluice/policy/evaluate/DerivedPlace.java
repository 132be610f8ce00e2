package dev.sluice.policy.evaluate;

/**
 * A member that a plan may add to its records.
 *
 * @param presence the fact slot of a member of that name: where the document has one, none is added
 * @param fieldClass its class in the plan
 */
public record DerivedPlace(int recordType, String name, int presence, int fieldClass) {}
