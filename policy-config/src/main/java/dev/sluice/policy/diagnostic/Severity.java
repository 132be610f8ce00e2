package dev.sluice.policy.diagnostic;

/** How bad a problem is: an error refuses the bundle whole, a warning does not. */
public enum Severity {
    ERROR,
    WARNING
}
