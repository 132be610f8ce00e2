package dev.sluice.policy.repository;

import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Problems;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;

/** A bundle's files as they stood at one moment, so that what is checked, put in force and kept is the same bytes. */
public final class BundleSnapshot {

    private final SortedMap<String, byte[]> files;
    private final SortedSet<String> lookalikes;
    private final List<Problem> problems;
    private final String digest;

    private BundleSnapshot(SortedMap<String, byte[]> files, SortedSet<String> lookalikes, List<Problem> problems) {
        this.files = Collections.unmodifiableSortedMap(files);
        this.lookalikes = lookalikes;
        this.problems = List.copyOf(problems);
        this.digest = VersionDigest.sources(files);
    }

    /** Reads the files below a directory. What cannot be read becomes a problem when the snapshot is loaded. */
    public static BundleSnapshot read(Path directory) {
        Problems problems = new Problems();
        BundleFiles found = new BundleFiles(directory, problems);
        SortedMap<String, byte[]> files = found.read();
        return new BundleSnapshot(files, found.lookalikes(), problems.sorted());
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

    /** The names of files that are not read as documents, though an author may believe so. */
    SortedSet<String> lookalikes() {
        return lookalikes;
    }

    List<Problem> problems() {
        return problems;
    }

    @Override
    public String toString() {
        return "BundleSnapshot[" + files.size() + " files, " + digest + "]";
    }
}
