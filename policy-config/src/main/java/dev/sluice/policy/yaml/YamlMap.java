package dev.sluice.policy.yaml;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;
import java.util.Optional;

/** Values by key, in the order of the file. Keys are texts, each once. */
public record YamlMap(List<Entry> entries, SourceLocation location) implements YamlNode {

    public YamlMap {
        entries = List.copyOf(entries);
    }

    /** One key with its value. @param name the key as it is written */
    public record Entry(YamlScalar name, YamlNode value) {

        public String key() {
            return name.text();
        }

        public SourceLocation location() {
            return name.location();
        }
    }

    public Optional<Entry> entry(String key) {
        return entries.stream().filter(entry -> entry.key().equals(key)).findFirst();
    }

    @Override
    public String kindName() {
        return "a map";
    }
}
