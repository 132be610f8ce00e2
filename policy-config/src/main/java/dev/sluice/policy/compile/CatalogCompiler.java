package dev.sluice.policy.compile;

import dev.sluice.policy.compile.Pattern.Target;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.PartShape;
import dev.sluice.policy.model.Path;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Place;
import dev.sluice.policy.model.RecordShape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Turns a catalog into its tree: all its paths, from the document's root, resolved where they overlap. */
final class CatalogCompiler {

    private final Catalog catalog;
    private final Problems problems;
    private final LayoutCompiler layouts;
    private final List<Pattern> patterns = new ArrayList<>();
    private final SortedSet<String> derived;

    private CatalogCompiler(Catalog catalog, Set<String> derived, Problems problems) {
        this.derived = new TreeSet<>(derived);
        this.catalog = catalog;
        this.problems = problems;
        this.layouts = new LayoutCompiler(catalog, problems);
    }

    /**
     * Adds what is wrong to the problems; the result is of no use if there were errors.
     *
     * @param derived the names of members that policies add to its records
     */
    static CompiledCatalog compile(Catalog catalog, Set<String> derived, Problems problems) {
        return new CatalogCompiler(catalog, derived, problems).compile();
    }

    private CompiledCatalog compile() {
        for (FieldShape field : catalog.document().fields()) {
            patterns.add(
                    new Pattern(field.path().steps(), FieldTree.NONE, 0, new Target.Field(field), field.location()));
        }
        addFacts(FieldTree.NONE, List.of(), layouts.document());
        DerivedNodes added = new DerivedNodes(catalog, derived, layouts);
        List<Integer> factSlots = new ArrayList<>();
        for (int type = 0; type < catalog.records().size(); type++) {
            for (Place at : catalog.records().get(type).at()) {
                addRecord(type, at);
            }
            factSlots.add(layouts.slots(type).places().size());
        }
        factSlots.add(layouts.document().places().size());
        TreeBuilder tree = new TreeBuilder(patterns, problems);
        tree.build();
        return new CompiledCatalog(
                new FieldTree(catalog.id().name(), added.nodes(tree.nodes()), factSlots),
                added.meanings(tree.meanings()),
                layouts.layouts(),
                layouts.consentPlaces(),
                layouts.attributes(),
                layouts.facts(),
                layouts.namespaces(),
                added.places(tree.nodes().size()));
    }

    private void addRecord(int type, Place at) {
        RecordShape record = catalog.records().get(type);
        List<Step> start = at.path().steps();
        patterns.add(new Pattern(start, type, start.size(), new Target.Start(record.name()), at.location()));
        for (FieldShape field : record.fields()) {
            add(type, start, field.path(), new Target.Field(field), field.location());
        }
        addFacts(type, start, layouts.slots(type));
        if (!record.customer().ids().isEmpty()) {
            Place id = record.customer().ids().get(0).place();
            add(type, start, id.path(), new Target.Handle(id.ofName()), id.location());
        }
        for (PartShape part : record.parts()) {
            for (Place place : part.at()) {
                add(type, start, place.path(), new Target.Part(part.name().name()), place.location());
            }
        }
    }

    private void addFacts(int type, List<Step> start, SlotTable slots) {
        for (int slot = 0; slot < slots.places().size(); slot++) {
            Place place = slots.places().get(slot);
            add(type, start, place.path(), new Target.Fact(slot, place.ofName()), place.location());
        }
    }

    /** A path from the document's root means the record itself, where it begins there. */
    private void add(int type, List<Step> start, Path path, Target target, SourceLocation location) {
        List<Step> steps = new ArrayList<>(start);
        if (type == FieldTree.NONE || !path.absolute()) {
            steps.addAll(path.steps());
        } else if (!path.steps().equals(start)) {
            outside(type, path, location);
            return;
        }
        patterns.add(new Pattern(steps, type, start.size(), target, location));
    }

    private void outside(int type, Path path, SourceLocation location) {
        boolean ofAnother = catalog.records().get(type).at().stream()
                .anyMatch(at -> at.path().steps().equals(path.steps()));
        if (!ofAnother) {
            problems.error(
                    "outside-record",
                    location,
                    "`" + path + "` does not stand in this record (expected: a path from where the record begins)",
                    "only the record's own place, as its `at` says it, may be written with `$`");
        }
    }
}
