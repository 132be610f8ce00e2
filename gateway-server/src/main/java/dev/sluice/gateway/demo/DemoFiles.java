package dev.sluice.gateway.demo;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The demo's temporary directory: the example bundle unpacked from the program, certificates and keys. Removed at the
 * end.
 */
final class DemoFiles implements AutoCloseable {

    private static final String EXAMPLE = "/examples/shop";

    private final Path directory;

    private DemoFiles(Path directory) {
        this.directory = directory;
    }

    static DemoFiles unpack() throws IOException {
        DemoFiles files = new DemoFiles(Files.createTempDirectory("sluice-demo-"));
        URL example = DemoFiles.class.getResource(EXAMPLE);
        if (example == null) {
            files.close();
            throw new IOException("the program lacks its example bundle");
        }
        try {
            URI place = example.toURI();
            if ("jar".equals(place.getScheme())) {
                try (FileSystem jar = FileSystems.newFileSystem(place, Map.of())) {
                    copy(jar.getPath(EXAMPLE), files.bundle());
                }
            } else {
                copy(Path.of(place), files.bundle());
            }
        } catch (URISyntaxException e) {
            throw new IOException("the program's place is no address", e);
        }
        return files;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> found = Files.walk(from)) {
            for (Path source : (Iterable<Path>) found::iterator) {
                Path target = to.resolve(from.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
        }
    }

    Path directory() {
        return directory;
    }

    Path bundle() {
        return directory.resolve("bundle");
    }

    Path path(String name) {
        return directory.resolve(name);
    }

    Path samplePath(String catalog) {
        return bundle().resolve("samples").resolve(catalog + ".json");
    }

    byte[] sample(String catalog) throws IOException {
        return Files.readAllBytes(samplePath(catalog));
    }

    void write(String name, String text) throws IOException {
        Path file = path(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** Removes what can be removed, when the process ends and nobody is left to tell. */
    void remove() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("cannot remove " + directory);
        }
    }

    @Override
    public void close() throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(directory)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
