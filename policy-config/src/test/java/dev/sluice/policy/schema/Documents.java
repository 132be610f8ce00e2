package dev.sluice.policy.schema;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The documents of the repository's bundles, each file and each bundle in the docs for itself. */
record Documents(String name, List<YamlNode> documents) {

    private static final Path HERE = Path.of("src/test/resources");
    private static final Pattern BUNDLE = Pattern.compile("```yaml bundle\n(.*?)```", Pattern.DOTALL);
    private static final Pattern BUNDLE_FILE = Pattern.compile("```yaml file=bundle/\\S+\n(.*?)```", Pattern.DOTALL);

    /** Those that load. */
    static List<Documents> good() {
        List<Documents> good = new ArrayList<>();
        for (Path root : List.of(
                Path.of("../docs/examples"),
                Path.of("../docs/development/bench/bundle"),
                Path.of("../gateway-server/src/test/resources/suites"),
                HERE.resolve("bundles/valid"),
                HERE.resolve("bundles/warned"),
                HERE.resolve("schema"))) {
            files(root, ".yaml").forEach(file -> good.add(read(file.toString(), text(file))));
        }
        files(Path.of("../docs"), ".md").forEach(page -> good.addAll(within(page, BUNDLE)));
        good.addAll(within(Path.of("../docs/policy/testing.md"), BUNDLE_FILE));
        return good;
    }

    private static List<Documents> within(Path page, Pattern pattern) {
        return pattern.matcher(text(page))
                .results()
                .map(bundle -> read(page + " at " + bundle.start(), bundle.group(1)))
                .toList();
    }

    /** Those that are refused, a directory each. */
    static List<Path> refused() {
        try (Stream<Path> found = Files.list(HERE.resolve("bundles/invalid"))) {
            return found.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All documents below a directory; what is no YAML counts as none. */
    static List<YamlNode> below(Path directory) {
        return Stream.concat(files(directory, ".yaml").stream(), files(directory, ".yml").stream())
                .flatMap(file -> read(file.toString(), text(file)).documents().stream())
                .toList();
    }

    static Documents read(String name, String yaml) {
        byte[] bytes = yaml.getBytes(StandardCharsets.UTF_8);
        return new Documents(
                name, new YamlReader(new Problems()).read(name, bytes).documents());
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
