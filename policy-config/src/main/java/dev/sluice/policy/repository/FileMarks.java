package dev.sluice.policy.repository;

import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What files look like from outside: name, size, time and identity, links followed. Two looks that differ say that it is
 * worth reading; what was read decides whether anything changed.
 */
public record FileMarks(Map<String, String> byName) {

    private static final int DEEPEST = 20;

    public FileMarks {
        byName = Map.copyOf(byName);
    }

    /** Looks at all files below a directory and at single files. What is not there is not there. */
    public static FileMarks of(Path directory, Collection<Path> files) {
        Map<String, String> marks = new TreeMap<>();
        try {
            Files.walkFileTree(directory, EnumSet.of(FileVisitOption.FOLLOW_LINKS), DEEPEST, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    marks.put(file.toString(), mark(attributes));
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException trouble) {
                    marks.put(file.toString(), trouble.getClass().getName());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException trouble) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            marks.put(directory.toString(), e.getClass().getName());
        }
        for (Path file : files) {
            try {
                marks.put(file.toString(), mark(Files.readAttributes(file, BasicFileAttributes.class)));
            } catch (IOException e) {
                marks.put(file.toString(), e.getClass().getName());
            }
        }
        return new FileMarks(marks);
    }

    private static String mark(BasicFileAttributes attributes) {
        return attributes.size() + " " + attributes.lastModifiedTime() + " " + attributes.fileKey();
    }
}
