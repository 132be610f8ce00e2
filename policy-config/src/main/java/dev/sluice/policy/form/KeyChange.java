package dev.sluice.policy.form;

/** What a partner gets while a new key epoch and the one before overlap. */
public enum KeyChange {
    /** The new epoch, from its first moment. */
    AT_ONCE,
    /** The epoch before, until the overlap has ended. */
    AT_END,
    /** The new one and the one before, side by side, so that the partner can link what it has. */
    BOTH
}
