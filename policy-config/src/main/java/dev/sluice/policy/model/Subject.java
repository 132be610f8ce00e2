package dev.sluice.policy.model;

/** Whose datum a field is. Rules speak of the customer unless they name another. */
public enum Subject {
    CUSTOMER,
    RECIPIENT,
    STAFF,
    MERCHANT
}
