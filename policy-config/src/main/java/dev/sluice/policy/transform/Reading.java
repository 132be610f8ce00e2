package dev.sluice.policy.transform;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** What the parameters of a form are read with, and where problems go. */
public interface Reading {

    Problems problems();

    /** A text, number or boolean all of which can be seen. @param what its name in messages: {@code `replace`} */
    Optional<FactValue> value(YamlNode node, String what);

    /** A word out of few; another is a problem. */
    Optional<String> oneOf(YamlScalar word, String what, List<String> words);

    /** The keys of a map, as a shape knows them. */
    default YamlFields fields(YamlMap map, String shape) {
        return new YamlFields(map, BundleShapes.shape(shape), problems());
    }

    /** The keys of a map whose shape several forms share. @param form its name in messages */
    default YamlFields fields(YamlMap map, String shape, String form) {
        return new YamlFields(map, BundleShapes.shape(shape), form, problems());
    }

    default YamlExpectation expect() {
        return new YamlExpectation(problems());
    }
}
