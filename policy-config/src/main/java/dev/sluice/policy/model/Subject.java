package dev.sluice.policy.model;

/** Whose datum a field is. Shares speak of the customer unless they name another; cuts of everybody. */
public enum Subject {
    CUSTOMER,
    RECIPIENT,
    STAFF,
    MERCHANT
}
