package dev.sluice.gateway.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What a sample's truth file says: what in it is about a person, and what of it may leave to whom. */
final class Truth {

    private final Map<String, Object> yaml;

    private Truth(Map<String, Object> yaml) {
        this.yaml = yaml;
    }

    static Truth read(Path file) {
        try {
            return new Truth(map(new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String records() {
        return String.valueOf(yaml.get("records"));
    }

    /** The same truth for a document of the same shape with its records elsewhere. */
    Truth withRecords(String elsewhere) {
        Map<String, Object> changed = new HashMap<>(yaml);
        changed.put("records", elsewhere);
        return new Truth(changed);
    }

    /** Paths from the document's root that hold something about a person. */
    Set<String> personal() {
        return map(yaml.get("personal")).keySet();
    }

    /** What the leaf of this path tells of a person, in one word of the truth file; empty where it tells nothing. */
    String kind(String path) {
        return String.valueOf(map(yaml.get("personal")).getOrDefault(path, ""));
    }

    /** What may leave to a partner. */
    Allowance allowance(String partner) {
        Object entry = map(yaml.get("may_leave")).get(partner);
        return entry instanceof Map ? new Allowance(map(entry)) : new Allowance(Map.of());
    }

    /** What of one document may leave to one partner. */
    static final class Allowance {

        private final Map<String, Object> yaml;

        private Allowance(Map<String, Object> yaml) {
            this.yaml = yaml;
        }

        /** The numbers of the records that leave, in document order. */
        Set<Integer> records() {
            Set<Integer> all = new TreeSet<>();
            for (Object row : rows()) {
                for (Object number : (List<?>) map(row).get("of")) {
                    all.add((Integer) number);
                }
            }
            return all;
        }

        boolean leavesAsIs(Leaf leaf) {
            return leaf.record() < 0 ? names(yaml.get("document"), leaf) : inRows("as_is", leaf);
        }

        /** Whether it may leave from some record, whichever its own is. */
        boolean everLeavesAsIs(Leaf leaf) {
            return leaf.record() < 0
                    ? names(yaml.get("document"), leaf)
                    : rows().stream().anyMatch(row -> names(map(row).get("as_is"), leaf));
        }

        /** Whether it may leave changed from some record. */
        boolean everLeavesChanged(Leaf leaf) {
            return leaf.record() >= 0 && rows().stream().anyMatch(row -> names(map(row).get("changed"), leaf));
        }

        boolean leavesChanged(Leaf leaf) {
            return leaf.record() >= 0 && inRows("changed", leaf);
        }

        private boolean inRows(String form, Leaf leaf) {
            for (Object row : rows()) {
                if (((List<?>) map(row).get("of")).contains(leaf.record()) && names(map(row).get(form), leaf)) {
                    return true;
                }
            }
            return false;
        }

        private List<?> rows() {
            return yaml.get("records") instanceof List<?> rows ? rows : List.of();
        }

        private static boolean names(@org.jspecify.annotations.Nullable Object paths, Leaf leaf) {
            Set<Object> all = new HashSet<>(paths instanceof List<?> list ? list : List.of());
            return all.contains(leaf.path()) || all.contains(leaf.indexed()) || all.contains(leaf.selected());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        return value == null ? Map.of() : (Map<String, Object>) value;
    }
}
