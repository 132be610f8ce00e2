package dev.sluice.policy.repository;

import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Problems;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;

/** A bundle's files as they stood at one moment, so that what is checked, put in force and kept is the same bytes. */
public final class BundleSnapshot {

    private final SortedMap<String, byte[]> files;
    private final List<Problem> problems;
    private final String digest;

    private BundleSnapshot(SortedMap<String, byte[]> files, List<Problem> problems) {
        this.files = Collections.unmodifiableSortedMap(files);
        this.problems = List.copyOf(problems);
        this.digest = VersionDigest.sources(files);
    }

    /** Reads the files below a directory. What cannot be read becomes a problem when the snapshot is loaded. */
    public static BundleSnapshot read(Path directory) {
        Problems problems = new Problems();
        SortedMap<String, byte[]> files = new BundleFiles(directory, problems).read();
        return new BundleSnapshot(files, problems.sorted());
    }

    /** Hex SHA-256 over names and bytes: the version of the bundle, should it turn out to be one. */
    public String digest() {
        return digest;
    }

    /** Whether every file could be read and there is at least one. */
    public boolean complete() {
        return problems.isEmpty();
    }

    /** Bytes by name, sorted; nobody changes them. */
    SortedMap<String, byte[]> files() {
        return files;
    }

    List<Problem> problems() {
        return problems;
    }

    @Override
    public String toString() {
        return "BundleSnapshot[" + files.size() + " files, " + digest + "]";
    }
}
