package dev.sluice.gateway.leak;

/**
 * What came of one document.
 *
 * @param output what the partner gets
 * @param aside all else that the gateway says about it: tally, reasons, the words of an error
 * @param whole whether the document was read to its end; if not, the partner sees a broken message
 */
record Filtered(String output, String aside, boolean whole) {}
