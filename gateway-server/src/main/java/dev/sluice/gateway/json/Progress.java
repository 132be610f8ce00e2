package dev.sluice.gateway.json;

/** What the engine needs to go on. */
public enum Progress {
    /** All input is consumed; more is needed, or the end of it. */
    NEED_INPUT,
    /** The window is full, or the input has ended: the records waiting must be decided first. */
    NEED_DECISION,
    /** The document has ended and all of it that may leave is in the output. */
    COMPLETE
}
