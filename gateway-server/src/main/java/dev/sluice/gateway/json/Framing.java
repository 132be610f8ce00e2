package dev.sluice.gateway.json;

/** How documents stand in a body. */
public enum Framing {
    /** One JSON text (RFC 8259). */
    DOCUMENT,
    /** One JSON text a line (NDJSON, JSON Lines). */
    LINES
}
