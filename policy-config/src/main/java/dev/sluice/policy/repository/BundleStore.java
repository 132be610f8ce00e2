package dev.sluice.policy.repository;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The last good bundles on disk, as their files were, and a note of which of them is in force. One process at a time has
 * it. Used by one thread at a time.
 */
public final class BundleStore implements AutoCloseable {

    /** How many good bundles are kept. */
    public static final int MOST = 10;

    private static final Pattern VERSION = Pattern.compile("[0-9a-f]{64}");
    private static final String NOTE = "in-force.properties";
    private static final String HISTORY = "history.tsv";

    private final Path directory;
    private final Path bundles;
    private final StateLock lock;

    private BundleStore(Path directory, StateLock lock) {
        this.directory = directory;
        this.bundles = directory.resolve("bundles");
        this.lock = lock;
    }

    /**
     * Takes a state directory, and clears away what a crash left half-written.
     *
     * @throws StateInUseException if another process has it
     */
    public static BundleStore open(Path directory) throws IOException, StateInUseException {
        DurableFiles.createDirectory(directory);
        StateLock lock = StateLock.of(directory);
        BundleStore store = new BundleStore(directory, lock);
        try {
            DurableFiles.createDirectory(store.bundles);
            store.clearHalfWritten();
            return store;
        } catch (IOException e) {
            lock.close();
            throw e;
        }
    }

    private void clearHalfWritten() throws IOException {
        for (Path entry : entries(bundles)) {
            if (entry.getFileName().toString().startsWith(DurableFiles.WRITING)) {
                DurableFiles.deleteTree(entry);
            }
        }
    }

    /** Keeps a bundle and notes that it is in force. The oldest are forgotten. */
    public void putInForce(BundleSnapshot snapshot, BundleNote note) throws IOException {
        keep(snapshot);
        Path kept = bundles.resolve(snapshot.digest());
        Files.setLastModifiedTime(kept, FileTime.from(note.at()));
        DurableFiles.replace(directory.resolve(NOTE), written(note));
        append(note);
        forgetOldest(note.version());
    }

    private void keep(BundleSnapshot snapshot) throws IOException {
        if (load(snapshot.digest()).isPresent()) {
            return;
        }
        Path kept = bundles.resolve(snapshot.digest());
        if (Files.exists(kept)) {
            DurableFiles.deleteTree(kept);
        }
        Path aside = bundles.resolve(DurableFiles.WRITING + snapshot.digest());
        if (Files.exists(aside)) {
            DurableFiles.deleteTree(aside);
        }
        DurableFiles.createDirectory(aside);
        for (Map.Entry<String, byte[]> file : snapshot.files().entrySet()) {
            Path target = aside.resolve(file.getKey());
            Path parent = target.getParent();
            if (parent != null) {
                DurableFiles.createDirectory(parent);
            }
            DurableFiles.write(target, file.getValue());
        }
        DurableFiles.force(aside);
        DurableFiles.rename(aside, kept);
    }

    private void forgetOldest(String inForce) throws IOException {
        List<KeptBundle> kept = list();
        for (KeptBundle bundle : kept.subList(Math.min(MOST, kept.size()), kept.size())) {
            if (!bundle.version().equals(inForce)) {
                DurableFiles.deleteTree(bundles.resolve(bundle.version()));
            }
        }
    }

    /** The bundles that are kept, the one that came in force last first. */
    public List<KeptBundle> list() throws IOException {
        List<KeptBundle> kept = new ArrayList<>();
        for (Path entry : entries(bundles)) {
            String name = entry.getFileName().toString();
            if (VERSION.matcher(name).matches()) {
                kept.add(new KeptBundle(name, Files.getLastModifiedTime(entry).toInstant()));
            }
        }
        kept.sort(Comparator.comparing(KeptBundle::lastInForce).reversed().thenComparing(KeptBundle::version));
        return kept;
    }

    /** A kept bundle's files, or nothing if it is not kept or its files are no longer what they were. */
    public Optional<BundleSnapshot> load(String version) {
        Path kept = bundles.resolve(version);
        if (!VERSION.matcher(version).matches() || !Files.isDirectory(kept)) {
            return Optional.empty();
        }
        BundleSnapshot snapshot = BundleSnapshot.read(kept);
        boolean sound = snapshot.complete() && snapshot.digest().equals(version);
        return sound ? Optional.of(snapshot) : Optional.empty();
    }

    /** What was in force last, if it was noted and the note can be read. */
    public Optional<BundleNote> inForce() throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(directory.resolve(NOTE));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
        Properties note = new Properties();
        try {
            note.load(new ByteArrayInputStream(bytes));
            String version = note.getProperty("version", "");
            if (!VERSION.matcher(version).matches()) {
                throw new IOException("the note `" + NOTE + "` in the state directory names no version");
            }
            return Optional.of(new BundleNote(
                    version,
                    Boolean.parseBoolean(note.getProperty("pinned")),
                    Instant.parse(note.getProperty("at", "")),
                    note.getProperty("by", ""),
                    note.getProperty("why", "")));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IOException("the note `" + NOTE + "` in the state directory cannot be read", e);
        }
    }

    private static byte[] written(BundleNote note) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("version", note.version());
        properties.setProperty("pinned", Boolean.toString(note.pinned()));
        properties.setProperty("at", note.at().toString());
        properties.setProperty("by", note.by());
        properties.setProperty("why", note.why());
        StringWriter text = new StringWriter();
        properties.store(text, null);
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** One line for each change, for people; nothing reads it back. */
    private void append(BundleNote note) throws IOException {
        String line = String.join(
                "\t", note.at().toString(), note.version(), note.pinned() ? "pinned" : "-", note.by(), note.why());
        Files.writeString(
                directory.resolve(HISTORY), line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static List<Path> entries(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
