package dev.sluice.policy.yaml;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;

/** A list of values. */
public record YamlList(List<YamlNode> elements, SourceLocation location) implements YamlNode {

    public YamlList {
        elements = List.copyOf(elements);
    }

    @Override
    public String kindName() {
        return "a list";
    }
}
