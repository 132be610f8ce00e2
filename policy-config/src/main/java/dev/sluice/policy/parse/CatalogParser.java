package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.CustomerShape;
import dev.sluice.policy.model.DocumentShape;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.NameData;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.PartShape;
import dev.sluice.policy.model.Place;
import dev.sluice.policy.model.RecordShape;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import java.util.List;
import java.util.Optional;

/** Parses {@code kind: Catalog}. */
final class CatalogParser {

    private static final String FACTS = "facts";

    private final Problems problems;
    private final YamlExpectation expect;
    private final ScalarParser scalars;
    private final PlaceParser places;
    private final CustomerParser customers;
    private final FactParser facts;
    private final FieldParser fieldParser;

    CatalogParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
        this.places = new PlaceParser(problems);
        this.customers = new CustomerParser(problems);
        this.facts = new FactParser(problems);
        this.fieldParser = new FieldParser(problems);
    }

    Catalog parse(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("catalog"), problems);
        fields.node("kind");
        Named id = scalars.id(fields);
        List<RecordShape> records = fields.list("records").stream()
                .flatMap(node -> expect.map(node, "a record").stream())
                .map(this::record)
                .toList();
        DocumentShape document =
                fields.map("document").map(this::document).orElse(new DocumentShape(List.of(), List.of()));
        fields.rejectOthers();
        return new Catalog(id, records, document, fields.location());
    }

    private RecordShape record(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("record"), problems);
        List<Place> at = fields.requiredTexts("at").stream()
                .flatMap(text -> places.path(text).stream())
                .toList();
        NameData name = fieldParser.name(fields).orElse(null);
        CustomerShape customer = fields.map("customer").map(customers::parse).orElseGet(CustomerParser::nobody);
        RecordShape record = new RecordShape(
                at,
                name,
                customer,
                facts.parse(fields.entries(FACTS)),
                parts(fields),
                fieldParser.parse(fields.entries("fields")),
                fields.location());
        fields.rejectOthers();
        return record;
    }

    private List<PartShape> parts(YamlFields fields) {
        return fields.entries("parts").stream()
                .map(entry -> new PartShape(
                        new Named(entry.key(), entry.location()),
                        places.places(entry.value(), "`" + entry.key() + "`")))
                .toList();
    }

    /** Its keys are paths, but for {@code facts} with a map; a member of that name is written {@code $.facts}. */
    private DocumentShape document(YamlMap map) {
        Optional<YamlNode> named = map.entry(FACTS).map(YamlMap.Entry::value);
        List<YamlMap.Entry> factEntries = named.flatMap(node -> expect.map(node, "`facts`"))
                .map(YamlMap::entries)
                .orElse(List.of());
        List<YamlMap.Entry> fieldEntries = map.entries().stream()
                .filter(entry -> !entry.key().equals(FACTS))
                .toList();
        List<FieldShape> fields = fieldParser.parse(fieldEntries);
        return new DocumentShape(facts.parse(factEntries), fields);
    }
}
