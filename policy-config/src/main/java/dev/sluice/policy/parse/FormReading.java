package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.transform.Reading;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Reads for forms. */
record FormReading(Problems problems, ScalarParser scalars) implements Reading {

    @Override
    public Optional<FactValue> value(YamlNode node, String what) {
        return scalars.visible(node, what);
    }

    @Override
    public Optional<String> oneOf(YamlScalar word, String what, List<String> words) {
        return scalars.oneOf(word, what, words);
    }
}
