package dev.sluice.policy.condition;

/** What every catalog may know of a customer. */
public enum CustomerFact {
    COUNTRY,
    STATE,
    LANGUAGE,
    GENDER,
    BIRTH
}
