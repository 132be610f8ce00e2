package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.transform.FormWord;
import dev.sluice.policy.transform.Reading;
import dev.sluice.policy.transform.Transforms;
import dev.sluice.policy.yaml.YamlList;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.Optional;

/**
 * Parses a form: its name alone ({@code initial}), a map of one key with its parameters ({@code round: 10}), or a list of
 * forms.
 */
final class FormParser {

    private final Problems problems;
    private final Reading reading;
    private final PipelineParser pipelines;

    FormParser(Problems problems) {
        this.problems = problems;
        this.reading = new FormReading(problems, new ScalarParser(problems));
        this.pipelines = new PipelineParser(this, problems);
    }

    Optional<FormSpec> parse(YamlNode node) {
        if (node instanceof YamlMap map && map.entries().size() == 1) {
            YamlMap.Entry entry = map.entries().get(0);
            return word(entry.key(), entry.location()).flatMap(word -> withParameters(word, entry));
        }
        if (node instanceof YamlScalar scalar && scalar.isText()) {
            return word(scalar.text(), scalar.location()).flatMap(word -> alone(word, scalar.location()));
        }
        if (node instanceof YamlList list) {
            return pipelines.parse(list);
        }
        problems.error(
                "wrong-type",
                node.location(),
                "the form is " + node.kindName()
                        + " (expected: its name, one key such as `round: 10`, or a list of forms)",
                null);
        return Optional.empty();
    }

    private Optional<FormSpec> alone(FormWord word, SourceLocation location) {
        if (word.alone() == null) {
            problems.error(
                    "missing-key",
                    location,
                    "the form `" + word.word() + "` needs a parameter",
                    "for example " + word.example());
        }
        return Optional.ofNullable(word.alone());
    }

    private Optional<FormSpec> withParameters(FormWord word, YamlMap.Entry entry) {
        FormWord.Reader parameters = word.parameters();
        if (parameters == null) {
            problems.error(
                    "wrong-type",
                    entry.location(),
                    "the form `" + word.word() + "` has no parameters",
                    "write `" + word.word() + "` alone");
            return Optional.empty();
        }
        return parameters.read(entry.value(), reading);
    }

    private Optional<FormWord> word(String name, SourceLocation location) {
        Optional<FormWord> word = Transforms.find(name);
        if (word.isEmpty()) {
            problems.error(
                    "unknown-form",
                    location,
                    "unknown form `" + name + "`",
                    NearestName.help(
                            name,
                            Transforms.words(),
                            "known forms are `" + String.join("`, `", Transforms.words()) + "`"));
        }
        return word;
    }
}
