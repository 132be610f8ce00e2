package dev.sluice.gateway.leak;

/**
 * One scalar of a document.
 *
 * @param record the number of its record in document order, or -1 outside records
 * @param path from its record, or from the document's root without {@code $}: indexes as {@code [*]}
 * @param indexed the same path with the innermost array's indexes as they are
 * @param text the decoded string or the literal
 */
record Leaf(int record, String path, String indexed, String text, boolean string) {

    boolean isNull() {
        return !string && text.equals("null");
    }

    /** Never a value: a failing test must not teach that printing them is fine. */
    @Override
    public String toString() {
        return path + " of record " + record;
    }
}
