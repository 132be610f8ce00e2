package dev.sluice.policy.compare;

/** Which way a change goes. What cannot be said to be narrower is wider. */
public enum Direction {
    WIDER,
    NARROWER,
    /** It lets neither more nor less out. */
    NEITHER
}
