package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.OwnAges;
import dev.sluice.policy.model.OwnRegion;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Parses {@code kind: Region} and {@code kind: AgeTable}: what a bundle says of the law in the place of what is
 * shipped.
 */
final class LawParser {

    private static final int OLDEST = 150;

    private final Problems problems;
    private final YamlExpectation expect;
    private final ScalarParser scalars;

    LawParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
    }

    OwnRegion region(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("own-region"), problems);
        fields.node("kind");
        Named id = scalars.id(fields);
        String why = fields.requiredText("why").map(YamlScalar::text).orElse(null);
        List<YamlNode> listed = fields.requiredNode("members")
                .map(node -> expect.list(node, "`members`"))
                .orElse(List.of());
        List<OwnRegion.Members> members = listed.stream()
                .flatMap(node -> expect.map(node, "an entry of `members`").stream())
                .map(this::members)
                .toList();
        fields.rejectOthers();
        return new OwnRegion(id, why, members, fields.location());
    }

    private OwnRegion.Members members(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("region-members"), problems);
        List<Named> codes =
                fields.requiredTexts("codes").stream().map(LawParser::capitals).toList();
        LocalDate from = day(fields, "from").orElse(null);
        LocalDate until = day(fields, "until").orElse(null);
        fields.rejectOthers();
        return new OwnRegion.Members(codes, from, until);
    }

    OwnAges ages(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("age-table"), problems);
        fields.node("kind");
        Named id = scalars.id(fields);
        AgeTable table = fields.text("id").flatMap(this::table).orElse(AgeTable.MAJORITY);
        String why = fields.requiredText("why").map(YamlScalar::text).orElse(null);
        List<YamlNode> listed = fields.requiredNode("ages")
                .map(node -> expect.list(node, "`ages`"))
                .orElse(List.of());
        List<OwnAges.Age> ages = listed.stream()
                .flatMap(node -> expect.map(node, "an entry of `ages`").stream())
                .flatMap(entry -> age(entry).stream())
                .toList();
        fields.rejectOthers();
        return new OwnAges(id, table, why, ages, fields.location());
    }

    private Optional<AgeTable> table(YamlScalar id) {
        List<String> words =
                Arrays.stream(AgeTable.values()).map(AgeTable::word).toList();
        return scalars.oneOf(id, "the `id` of an age table", words)
                .map(word -> AgeTable.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    private Optional<OwnAges.Age> age(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("lawful-age"), problems);
        Named country = fields.requiredText("country")
                .map(LawParser::capitals)
                .orElseGet(() -> Named.missing(fields.location()));
        Optional<Integer> years = fields.requiredNode("age").flatMap(node -> expect.integer(node, "`age`", 1, OLDEST));
        Optional<LocalDate> from = fields.requiredText("from").flatMap(text -> scalars.date(text, "`from`"));
        fields.rejectOthers();
        return years.flatMap(age -> from.map(day -> new OwnAges.Age(country, age, day)));
    }

    private Optional<LocalDate> day(YamlFields fields, String key) {
        return fields.text(key).flatMap(text -> scalars.date(text, "`" + key + "`"));
    }

    private static Named capitals(YamlScalar scalar) {
        return new Named(scalar.text().toUpperCase(Locale.ROOT), scalar.location());
    }
}
