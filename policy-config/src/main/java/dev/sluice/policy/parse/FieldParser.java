package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.NameData;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Path;
import dev.sluice.policy.model.Subject;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Parses an entry of {@code fields}: a path, and its category, categories, or a map that says more. */
final class FieldParser {

    private static final String NOT_PERSONAL = "not_personal";

    private final Problems problems;
    private final YamlExpectation expect;
    private final PathParser paths;

    FieldParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.paths = new PathParser(problems);
    }

    List<FieldShape> parse(List<YamlMap.Entry> entries) {
        return entries.stream().flatMap(entry -> field(entry).stream()).toList();
    }

    private Optional<FieldShape> field(YamlMap.Entry entry) {
        YamlScalar key = new YamlScalar(YamlScalar.Kind.TEXT, entry.key(), entry.location());
        Optional<Path> path = paths.parse(key);
        if (entry.value() instanceof YamlMap map) {
            return detailed(path, map, entry);
        }
        List<Named> categories = ScalarParser.named(expect.texts(entry.value(), "`" + entry.key() + "`"));
        if (expect.oneOrMany(entry.value()).isEmpty()) {
            noCategory(entry);
        }
        return path.map(found -> new FieldShape(found, categories, null, Subject.CUSTOMER, null, entry.location()));
    }

    private Optional<FieldShape> detailed(Optional<Path> path, YamlMap map, YamlMap.Entry entry) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("field-terms"), problems);
        List<Named> categories = ScalarParser.named(fields.texts("category"));
        Optional<NameData> name = name(fields);
        Subject subject = new ForceParser(problems).subject(fields).orElse(Subject.CUSTOMER);
        String reviewedBy = fields.text("reviewed_by").map(YamlScalar::text).orElse(null);
        fields.rejectOthers();
        if (categories.isEmpty() && fields.node("category").isEmpty() && name.isEmpty()) {
            noCategory(entry);
        }
        return path.map(
                found -> new FieldShape(found, categories, name.orElse(null), subject, reviewedBy, entry.location()));
    }

    /** What the member's name is, where {@code name} says so. */
    Optional<NameData> name(YamlFields fields) {
        Optional<YamlScalar> name = fields.text("name");
        Optional<YamlScalar> why = fields.text("why");
        boolean notPersonal = name.isPresent() && name.get().text().equals(NOT_PERSONAL);
        if (notPersonal && why.isEmpty()) {
            problems.error(
                    "missing-key",
                    name.get().location(),
                    "`name: not_personal` gives no reason (expected: `why` beside it)",
                    "say what the names are and why they tell nothing of a person");
        }
        if (why.isPresent() && !notPersonal) {
            problems.error(
                    "unknown-key",
                    why.get().location(),
                    "`why` stands here without `name: not_personal`",
                    "a category needs no reason");
        }
        return name.map(text -> new NameData(
                notPersonal ? null : ScalarParser.named(text),
                why.map(YamlScalar::text).orElse(null)));
    }

    private void noCategory(YamlMap.Entry entry) {
        problems.error(
                "missing-key",
                entry.location(),
                "the field `" + entry.key() + "` has no category",
                "leave the field out if nothing of it may ever leave");
    }
}
