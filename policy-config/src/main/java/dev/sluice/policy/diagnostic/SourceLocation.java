package dev.sluice.policy.diagnostic;

/**
 * A place in a bundle's file.
 *
 * @param file relative to the bundle's directory, with forward slashes
 * @param line from 1
 * @param column from 1, in code points
 */
public record SourceLocation(String file, int line, int column) implements Comparable<SourceLocation> {

    @Override
    public int compareTo(SourceLocation other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
