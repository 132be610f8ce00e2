package dev.sluice.gateway.leak;

/**
 * One scalar of a document.
 *
 * @param record the number of its record in document order, or -1 outside records
 * @param path from its record, or from the document's root without {@code $}: indexes as {@code [*]}
 * @param indexed the same path with its indexes as they are: {@code to[0].email}
 * @param selected the same path with the entries of lists of names and values by their name: {@code extra[?key='size'].value}
 * @param text the decoded string or the literal
 */
record Leaf(int record, String path, String indexed, String selected, String text, boolean string) {

    boolean isNull() {
        return !string && text.equals("null");
    }

    /** The path from the document's root. */
    String absolute(String records) {
        if (record < 0) {
            return path.startsWith("$") ? path : "$." + path;
        }
        return path.startsWith("$") ? records + path.substring(1) : records + "." + path;
    }

    Leaf inRecord(int number) {
        return new Leaf(number, path, indexed, selected, text, string);
    }

    /** Never a value: a failing test must not teach that printing them is fine. */
    @Override
    public String toString() {
        return path + " of record " + record;
    }
}
