package dev.sluice.policy.condition;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlList;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a term is read with: the bundle's lists, whose ids stand for their values, and where problems go. */
public interface Reading {

    Problems problems();

    /** One word or several; none at all is a problem. @param what the node's name in messages: {@code `gender`} */
    List<Named> names(YamlNode node, String what, ListSort sort);

    /** One value or several; none at all is a problem. */
    List<FactValue> values(YamlNode node, String what);

    /** Whether it is one of few words; another is a problem. */
    boolean isOneOf(Named word, String what, List<String> words);

    Optional<LocalDate> day(YamlScalar text, String what);

    /** An empty list would be true of nobody, or of everybody: say so rather than guess. */
    default void rejectEmpty(YamlNode node, String what) {
        if (node instanceof YamlList list && list.elements().isEmpty()) {
            problems().error("wrong-value", node.location(), what + " is empty (expected: at least one)", null);
        }
    }

    /** The keys of a map, as a shape knows them. */
    default YamlFields fields(YamlMap map, String shape) {
        return new YamlFields(map, BundleShapes.shape(shape), problems());
    }

    default YamlExpectation expect() {
        return new YamlExpectation(problems());
    }
}
