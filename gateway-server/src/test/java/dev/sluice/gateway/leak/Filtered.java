package dev.sluice.gateway.leak;

/**
 * What came of one document.
 *
 * @param output what the partner gets
 * @param aside all else that the gateway says about it: tally, reasons, metrics, log lines
 */
record Filtered(String output, String aside) {}
