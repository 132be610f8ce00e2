package dev.sluice.policy.compile;

import dev.sluice.policy.evaluate.ClassRules;
import dev.sluice.policy.evaluate.CompiledPlan;
import dev.sluice.policy.evaluate.CutRule;
import dev.sluice.policy.evaluate.DerivedPlace;
import dev.sluice.policy.evaluate.PlanNotes;
import dev.sluice.policy.evaluate.RowNeed;
import dev.sluice.policy.evaluate.ShareRule;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Subject;
import dev.sluice.policy.vocabulary.Categories;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Makes the plan of one partner, purpose and catalog out of the rules that bind them. */
final class PlanCompiler {

    private final PlanRules rules;
    private final CompiledCatalog catalog;
    private final Forms forms;
    private final Categories categories;
    private final ClassTable classes;
    private final boolean detailed;
    private final int[] valueClass;

    private PlanCompiler(PlanRules rules, CompiledCatalog catalog, Forms forms, boolean detailed) {
        this.rules = rules;
        this.catalog = catalog;
        this.forms = forms;
        this.categories = rules.kinship().categories();
        this.detailed = detailed;
        this.classes = new ClassTable(detailed);
        this.valueClass = new int[catalog.tree().size()];
    }

    /** @param detailed whether each catalogued place gets a class of its own */
    static CompiledPlan compile(PlanRules rules, CompiledCatalog catalog, Forms forms, boolean detailed) {
        return new PlanCompiler(rules, catalog, forms, detailed).compile();
    }

    private CompiledPlan compile() {
        classify(true);
        classify(false);
        ContainerClasses containers = new ContainerClasses(catalog, valueClass, classes);
        int[] containerClass = containers.compile();
        for (int node = 0; node < valueClass.length; node++) {
            int element = catalog.meanings().get(node).leavesWith();
            if (element != FieldTree.NONE) {
                valueClass[node] = containerClass[element];
            }
        }
        boolean handle = rules.grants().stream().anyMatch(grant -> grant.category() == null);
        boolean lookup = rules.asksForCountry();
        List<ShareRule> shares =
                rules.grants().stream().map(PlanRules.Grant::rule).toList();
        return new CompiledPlan(
                new FieldPlan(catalog.tree(), valueClass, containerClass, classes.changing()),
                rules.gates().gates(),
                shares,
                cuts(rules.protects()),
                cuts(rules.forbids()),
                classes.rules(),
                classes.standsFor(),
                rowNeeds(),
                rules.reasons(),
                catalog.layouts(),
                rules.gates().needs(handle || lookup, lookup),
                catalog.namespaces(),
                catalog.attributes(),
                rules.law().ages(),
                rules.shadowed(),
                derived(),
                notes());
    }

    private PlanNotes notes() {
        return detailed
                ? new PlanNotes(
                        catalog.meanings().stream().map(NodeMeaning::cutBy).toList(), rules.leaves())
                : PlanNotes.NONE;
    }

    /** Gives the nodes their classes, names first since what stands below them depends on them. */
    private void classify(boolean names) {
        for (int node = 0; node < valueClass.length; node++) {
            NodeMeaning meaning = catalog.meanings().get(node);
            if (meaning.name() != names || meaning.leavesWith() != FieldTree.NONE) {
                continue;
            }
            if (!meaning.categories().isEmpty() || meaning.handle()) {
                valueClass[node] = classOf(node, meaning);
            }
        }
    }

    private int classOf(int node, NodeMeaning meaning) {
        int recordType = catalog.tree().node(node).recordType();
        FieldRules field = FieldRules.of(rules, meaning, recordType, forms);
        List<Integer> names =
                meaning.names().stream().map(name -> valueClass[name]).toList();
        boolean never = field.never() || names.contains(FieldPlan.NEVER);
        boolean personal = !meaning.name()
                && meaning.derived() == null
                && (meaning.handle() || meaning.categories().stream().anyMatch(categories::personal));
        ClassRules own = new ClassRules(
                recordType,
                personal && recordType != FieldTree.NONE,
                meaning.subtree(),
                field.shares(),
                field.documentReason(),
                field.protects(),
                field.forbids(),
                names,
                field.forms().stream()
                        .map(form -> new ClassRules.RankedForm(
                                forms.form(form, meaning.categories()), form.total(), form.hollow(), form.enveloped()))
                        .toList());
        return classes.classOf(own, never);
    }

    /** What this plan may add to its records. */
    private List<DerivedPlace> derived() {
        return catalog.derived().stream()
                .filter(place -> valueClass[place.node()] != FieldPlan.NEVER)
                .map(place ->
                        new DerivedPlace(place.recordType(), place.name(), place.presence(), valueClass[place.node()]))
                .toList();
    }

    private List<List<RowNeed>> rowNeeds() {
        List<List<RowNeed>> result = new ArrayList<>();
        for (int policy = 0; policy < rules.sharing().size(); policy++) {
            result.add(rowNeeds(policy, rules.sharing().get(policy)));
        }
        return result;
    }

    private List<RowNeed> rowNeeds(int number, Policy policy) {
        List<RowNeed> needs = new ArrayList<>();
        for (Named need : policy.rowNeeds()) {
            List<Integer> shares = new ArrayList<>();
            for (int k = 0; k < rules.grants().size(); k++) {
                PlanRules.Grant grant = rules.grants().get(k);
                String shared = grant.category();
                boolean own = grant.rule().policy() == number
                        && grant.subject() == Subject.CUSTOMER
                        && grant.derives() == null;
                if (own && shared != null && categories.grants(shared, need.name())) {
                    shares.add(k);
                }
            }
            needs.add(new RowNeed(shares, classesOf(need.name())));
        }
        return needs;
    }

    /** The classes that hold a category or what is below it, by record type. */
    private List<List<Integer>> classesOf(String category) {
        List<Set<Integer>> found = new ArrayList<>();
        catalog.layouts().forEach(layout -> found.add(new TreeSet<>()));
        for (int node = 0; node < valueClass.length; node++) {
            NodeMeaning meaning = catalog.meanings().get(node);
            int recordType = catalog.tree().node(node).recordType();
            boolean holds = meaning.subject() == Subject.CUSTOMER
                    && meaning.derived() == null
                    && meaning.categories().stream().anyMatch(one -> categories.covers(category, one));
            if (holds && !meaning.name() && recordType != FieldTree.NONE && valueClass[node] != FieldPlan.NEVER) {
                found.get(recordType).add(valueClass[node]);
            }
        }
        return found.stream().map(List::copyOf).toList();
    }

    private static List<CutRule> cuts(List<PlanRules.Cut> cuts) {
        return cuts.stream().map(PlanRules.Cut::rule).toList();
    }
}
