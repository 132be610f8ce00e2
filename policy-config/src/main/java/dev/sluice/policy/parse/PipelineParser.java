package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.PipelineStep;
import dev.sluice.policy.yaml.YamlList;
import dev.sluice.policy.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses a list of forms that are applied in turn, and finds steps that could never apply to what the one before makes. */
final class PipelineParser {

    private final FormParser forms;
    private final Problems problems;

    PipelineParser(FormParser forms, Problems problems) {
        this.forms = forms;
        this.problems = problems;
    }

    Optional<FormSpec> parse(YamlList list) {
        if (list.elements().size() < 2) {
            problems.error(
                    "wrong-value",
                    list.location(),
                    "the list of forms has not at least two (expected: forms that are applied in turn)",
                    "write a single form without a list");
            return Optional.empty();
        }
        List<FormSpec> steps = new ArrayList<>();
        PipelineStep.Value value = PipelineStep.Value.ORIGINAL;
        for (YamlNode node : list.elements()) {
            Optional<FormSpec> step = node instanceof YamlList ? nested(node) : forms.parse(node);
            if (step.isEmpty()) {
                return Optional.empty();
            }
            PipelineStep next = step.get().traits().step();
            if (!next.takes().contains(value)) {
                problems.error(
                        "pipeline-step",
                        node.location(),
                        "this form cannot follow what stands before it: it would apply to " + value.noun(),
                        next.help());
                return Optional.empty();
            }
            value = next.makes();
            steps.add(step.get());
        }
        return Optional.of(new FormSpec.Pipeline(steps));
    }

    private Optional<FormSpec> nested(YamlNode node) {
        problems.error("wrong-type", node.location(), "a list of forms stands within one (expected: one form)", null);
        return Optional.empty();
    }
}
