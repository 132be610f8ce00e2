package dev.sluice.policy.repository;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The files of one bundle: every {@code .yaml} and {@code .yml} below its directory, and every {@code .txt} for its lists
 * and {@code .pem} for its keys, but for hidden ones. Links are followed, since mounted configuration consists of them.
 */
final class BundleFiles {

    private static final int DEEPEST = 20;
    private static final List<String> NAMED = List.of(".txt", ".pem");
    private static final List<String> READ = List.of(".yaml", ".yml");

    private final Path directory;
    private final Problems problems;
    private final SortedSet<String> lookalikes = new TreeSet<>();

    BundleFiles(Path directory, Problems problems) {
        this.directory = directory;
        this.problems = problems;
    }

    /** Bytes by name relative to the directory, with forward slashes, sorted. What cannot be read is a problem. */
    SortedMap<String, byte[]> read() {
        SortedMap<String, byte[]> files = new TreeMap<>();
        if (!Files.isDirectory(directory)) {
            problems.error(
                    "no-bundle",
                    new SourceLocation(String.valueOf(directory.getFileName()), 1, 1),
                    "there is no such directory",
                    "a bundle is a directory of `.yaml` files");
            return files;
        }
        try {
            Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new Visitor(files));
        } catch (IOException e) {
            unreadable(directory);
        }
        if (files.keySet().stream().allMatch(BundleFiles::isNamed) && !problems.hasErrors()) {
            problems.error(
                    "no-bundle",
                    new SourceLocation(String.valueOf(directory.getFileName()), 1, 1),
                    "the directory has no `.yaml` file",
                    "a bundle is a directory of `.yaml` files");
        }
        return files;
    }

    /** The names of files that, after {@link #read}, are no documents though {@code .yaml} or {@code .yml} is in them. */
    SortedSet<String> lookalikes() {
        return Collections.unmodifiableSortedSet(lookalikes);
    }

    /** Whether it is a file that documents name: a list or a key. */
    static boolean isNamed(String name) {
        return NAMED.stream().anyMatch(name.toLowerCase(Locale.ROOT)::endsWith);
    }

    private String nameOf(Path file) {
        return directory.relativize(file).toString().replace('\\', '/');
    }

    private void unreadable(Path file) {
        problems.error(
                "unreadable-file",
                new SourceLocation(nameOf(file), 1, 1),
                "the file cannot be read",
                "a bundle is refused whole if a part of it is missing");
    }

    private static boolean hidden(Path path) {
        return String.valueOf(path.getFileName()).startsWith(".");
    }

    /** Collects what belongs to the bundle. */
    private final class Visitor extends SimpleFileVisitor<Path> {

        private final SortedMap<String, byte[]> files;

        Visitor(SortedMap<String, byte[]> files) {
            this.files = files;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path visited, BasicFileAttributes attributes) {
            boolean skipped = hidden(visited) && !visited.equals(directory);
            return skipped ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
            boolean document = READ.stream().anyMatch(name::endsWith);
            if (!hidden(file) && !document && READ.stream().anyMatch(name::contains)) {
                lookalikes.add(nameOf(file));
            }
            if (hidden(file) || !document && !isNamed(name)) {
                return FileVisitResult.CONTINUE;
            }
            if (!attributes.isRegularFile()) {
                unreadable(file);
                return FileVisitResult.CONTINUE;
            }
            try (InputStream in = Files.newInputStream(file)) {
                files.put(nameOf(file), in.readNBytes(YamlReader.LARGEST_FILE + 1));
            } catch (IOException e) {
                unreadable(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException trouble) {
            if (!hidden(file) && !(trouble instanceof FileSystemLoopException)) {
                unreadable(file);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException trouble) {
            if (trouble != null) {
                unreadable(visited);
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
