package dev.sluice.policy.compile;

import dev.sluice.policy.compile.CompiledCatalog.ConsentPlace;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.BirthDates;
import dev.sluice.policy.evaluate.ConsentAdapter;
import dev.sluice.policy.evaluate.ConsentAdapters;
import dev.sluice.policy.evaluate.RecordLayout;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.ConsentShape;
import dev.sluice.policy.model.CustomerShape;
import dev.sluice.policy.model.FactShape;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.RecordShape;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Gives every fact of a catalog its slots and says what they mean. */
final class LayoutCompiler {

    private final List<SlotTable> slots = new ArrayList<>();
    private final List<RecordLayout> layouts = new ArrayList<>();
    private final List<ConsentPlace> consentPlaces = new ArrayList<>();
    private final List<String> namespaces = new ArrayList<>();
    private final List<String> attributes;
    private final SlotTable document = new SlotTable();
    private final Problems problems;

    LayoutCompiler(Catalog catalog, Problems problems) {
        this.problems = problems;
        TreeSet<String> names = new TreeSet<>();
        catalog.records()
                .forEach(record -> names.addAll(record.customer().attributes().keySet()));
        this.attributes = List.copyOf(names);
        catalog.records().forEach(this::add);
        catalog.document().facts().forEach(fact -> document.slots(fact.at()));
    }

    SlotTable slots(int recordType) {
        return slots.get(recordType);
    }

    SlotTable document() {
        return document;
    }

    List<RecordLayout> layouts() {
        return layouts;
    }

    List<ConsentPlace> consentPlaces() {
        return consentPlaces;
    }

    List<String> attributes() {
        return attributes;
    }

    /** The shop's own ids included. */
    int namespaces() {
        return namespaces.size() + 1;
    }

    private void add(RecordShape record) {
        SlotTable table = new SlotTable();
        CustomerShape customer = record.customer();
        layouts.add(new RecordLayout(
                customer.ids().stream().map(id -> id(id, table)).toList(),
                customer.noneIf().stream().map(LayoutCompiler::scalar).toList(),
                table.slots(customer.country()),
                customer.gender() == null
                        ? null
                        : new RecordLayout.GenderSlots(
                                table.slots(customer.gender().at()),
                                customer.gender().values()),
                birth(customer.birthDate(), record.location(), table),
                new TreeMap<>(customer.attributes())
                        .entrySet().stream()
                                .map(entry -> new RecordLayout.AttributeSlots(
                                        attributes.indexOf(entry.getKey()), table.slots(entry.getValue())))
                                .toList(),
                consents(customer.consents(), table)));
        table.slots(customer.state());
        table.slots(customer.language());
        for (FactShape fact : record.facts()) {
            table.slots(fact.at());
        }
        slots.add(table);
    }

    private RecordLayout.Id id(CustomerShape.IdPlace id, SlotTable table) {
        String namespace = id.namespace();
        if (namespace == null) {
            return new RecordLayout.Id(table.slot(id.place()), 0, "", false);
        }
        if (!namespaces.contains(namespace)) {
            namespaces.add(namespace);
        }
        int number = namespaces.indexOf(namespace) + 1;
        return new RecordLayout.Id(table.slot(id.place()), number, namespace + '\0', namespace.equals("email"));
    }

    private RecordLayout.@Nullable BirthSlots birth(
            CustomerShape.@Nullable BirthDateShape shape, SourceLocation location, SlotTable table) {
        if (shape == null) {
            return null;
        }
        try {
            return new RecordLayout.BirthSlots(table.slots(shape.at()), new BirthDates(shape.format()));
        } catch (IllegalArgumentException e) {
            problems.error(
                    "invalid-date-format",
                    shape.at().isEmpty() ? location : shape.at().get(0).location(),
                    "`" + shape.format() + "` is no date format",
                    "letters as in `yyyy-MM-dd` or `dd.MM.yyyy`");
            return null;
        }
    }

    private List<RecordLayout.ConsentSlots> consents(List<ConsentShape> shapes, SlotTable table) {
        List<RecordLayout.ConsentSlots> result = new ArrayList<>();
        for (ConsentShape shape : shapes) {
            ConsentAdapter adapter = ConsentAdapters.find(shape.adapter().name());
            if (adapter == null) {
                if (!problems.hasErrors()) {
                    problems.error(
                            "unknown-adapter",
                            shape.adapter().location(),
                            "unknown adapter `" + shape.adapter() + "` (expected: one of "
                                    + String.join(", ", ConsentAdapters.words()) + ")",
                            null);
                }
                continue;
            }
            List<String> members = adapter.members();
            int[] own = new int[members.size() + 1];
            own[0] = table.slot(shape.at());
            for (int k = 0; k < members.size(); k++) {
                own[k + 1] = table.below(shape.at(), members.get(k));
            }
            List<Scalar> given =
                    shape.given().stream().map(LayoutCompiler::scalar).toList();
            result.add(new RecordLayout.ConsentSlots(
                    consentPlaces.size(), own, adapter.reader(given), shape.recordOnly()));
            consentPlaces.add(new ConsentPlace(
                    shape.purpose().name(),
                    shape.channel() == null ? null : shape.channel().name()));
        }
        return result;
    }

    static Scalar scalar(FactValue value) {
        Scalar.Kind kind = switch (value.kind()) {
            case STRING -> Scalar.Kind.STRING;
            case NUMBER -> Scalar.Kind.NUMBER;
            case BOOLEAN -> Scalar.Kind.BOOLEAN;
        };
        return new Scalar(kind, value.text());
    }
}
