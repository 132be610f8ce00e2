package dev.sluice.policy.compile;

import dev.sluice.policy.compile.CompiledCatalog.ConsentPlace;
import dev.sluice.policy.compile.CompiledCatalog.FactName;
import dev.sluice.policy.condition.FactTest;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.BirthDates;
import dev.sluice.policy.evaluate.ConsentAdapter;
import dev.sluice.policy.evaluate.ConsentAdapters;
import dev.sluice.policy.evaluate.GrantTerms;
import dev.sluice.policy.evaluate.RecordLayout;
import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.ConsentShape;
import dev.sluice.policy.model.CustomerShape;
import dev.sluice.policy.model.FactShape;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Place;
import dev.sluice.policy.model.RecordShape;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives every fact of a catalog its slots and says what they mean. */
final class LayoutCompiler {

    private final List<SlotTable> slots = new ArrayList<>();
    private final List<RecordLayout> layouts = new ArrayList<>();
    private final List<ConsentPlace> consentPlaces = new ArrayList<>();
    private final List<String> namespaces = new ArrayList<>();
    private final List<String> attributes;
    private final List<FactName> facts;
    private final boolean countries;
    private final List<RecordLayout.FactSlots> documentFacts;
    private final SlotTable document = new SlotTable();
    private final Problems problems;

    LayoutCompiler(Catalog catalog, Problems problems) {
        this.problems = problems;
        TreeSet<String> names = new TreeSet<>();
        catalog.records()
                .forEach(record -> names.addAll(record.customer().attributes().keySet()));
        this.attributes = List.copyOf(names);
        this.facts = factNames(catalog);
        this.countries = catalog.records().stream()
                .anyMatch(record -> !record.customer().country().isEmpty());
        this.documentFacts = factSlots(catalog.document().facts(), document);
        catalog.records().forEach(this::add);
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

    List<FactName> facts() {
        return facts;
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
                customer.noneIf().stream().map(FactTest::scalar).toList(),
                table.slots(customer.country()),
                states(customer, table),
                table.slots(customer.language()),
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
                factSlots(record.facts(), table),
                documentFacts,
                consents(customer.consents(), table)));
        slots.add(table);
    }

    /** A state stands for its country only in a catalog that has no other word for it: elsewhere they could disagree. */
    private int[] states(CustomerShape customer, SlotTable table) {
        return customer.country().isEmpty() && countries ? new int[0] : table.slots(customer.state());
    }

    private static List<FactName> factNames(Catalog catalog) {
        TreeMap<String, FactName> names = new TreeMap<>();
        Stream.concat(
                        catalog.document().facts().stream(),
                        catalog.records().stream().flatMap(record -> record.facts().stream()))
                .map(fact -> new FactName(fact.name().name(), fact.type() == FactShape.Type.NUMBER))
                .forEach(fact -> names.put(fact.name(), fact));
        return List.copyOf(names.values());
    }

    private List<RecordLayout.FactSlots> factSlots(List<FactShape> shapes, SlotTable table) {
        return shapes.stream().map(shape -> factSlots(shape, table)).toList();
    }

    private RecordLayout.FactSlots factSlots(FactShape shape, SlotTable table) {
        boolean number = shape.type() == FactShape.Type.NUMBER;
        int index = facts.indexOf(new FactName(shape.name().name(), number));
        List<RecordLayout.ArraySlots> arrays =
                shape.many() ? table.arrays(shape.at().get(0)) : List.of();
        return new RecordLayout.FactSlots(index, number, table.slots(shape.at()), arrays);
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
            ConsentAdapter adapter =
                    ConsentAdapters.find(shape.adapter().name()).orElse(null);
            if (adapter == null) {
                // The check of references has told it: nothing of this bundle comes in force.
                if (!problems.hasErrors()) {
                    throw new IllegalStateException("unknown adapter `" + shape.adapter() + "`");
                }
                continue;
            }
            ConsentShape.Grant grant = shape.grant();
            List<Scalar> given = shape.given().stream().map(FactTest::scalar).toList();
            GrantTerms terms = new GrantTerms(
                    grant.doubleOptIn(),
                    name(grant.wording()),
                    slot(grant.wordingAt(), table),
                    slot(grant.expiresAt(), table));
            result.add(new RecordLayout.ConsentSlots(
                    consentPlaces.size(),
                    slots(shape, adapter, table),
                    adapter.reader(given),
                    terms,
                    shape.recordOnly()));
            consentPlaces.add(new ConsentPlace(
                    shape.purpose().name(),
                    name(shape.channel()),
                    name(shape.scope().partner()),
                    name(shape.scope().role()),
                    grant.byGuardian()));
        }
        return result;
    }

    /** The place itself, then what the adapter reads below it, then its time where the catalog says one. */
    private static int[] slots(ConsentShape shape, ConsentAdapter adapter, SlotTable table) {
        List<Integer> slots = new ArrayList<>();
        slots.add(table.slot(shape.at()));
        adapter.members().forEach(member -> slots.add(table.below(shape.at(), member)));
        Place timeAt = shape.grant().timeAt();
        if (timeAt != null) {
            slots.add(table.slot(timeAt));
        }
        return slots.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int slot(@Nullable Place place, SlotTable table) {
        return place == null ? RecordFacts.NONE : table.slot(place);
    }

    private static @Nullable String name(@Nullable Named named) {
        return named == null ? null : named.name();
    }
}
