package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.vocabulary.AgeTables;
import java.util.List;

/**
 * All that decides for one partner, purpose and catalog. Immutable, shared between threads.
 *
 * @param gates each distinct one once
 * @param classes by class; {@link ClassRules#NOTHING} for {@link FieldPlan#NEVER} and for those that stand for others
 * @param containers by class: the classes that it stands for, empty for all others
 * @param rowNeeds by policy
 * @param reasons what a decision's index means; the first are those of {@link FixedReasons}
 * @param layouts by record type
 * @param namespaces how many kinds of id the catalog has
 * @param attributes the names of the catalog's attributes
 * @param ages the ages that the law sets, as the bundle knows them
 * @param shadowed whether some rule in shadow would bind, were it live
 * @param derived what it may add to its records
 * @param notes for reports alone
 */
public record CompiledPlan(
        FieldPlan fields,
        List<Gate> gates,
        List<ShareRule> shares,
        List<CutRule> protects,
        List<CutRule> forbids,
        List<ClassRules> classes,
        List<List<Integer>> containers,
        List<List<RowNeed>> rowNeeds,
        List<Reason> reasons,
        List<RecordLayout> layouts,
        FactNeeds needs,
        int namespaces,
        List<String> attributes,
        AgeTables ages,
        boolean shadowed,
        List<DerivedPlace> derived,
        PlanNotes notes) {

    public CompiledPlan {
        attributes = List.copyOf(attributes);
        derived = List.copyOf(derived);
        gates = List.copyOf(gates);
        shares = List.copyOf(shares);
        protects = List.copyOf(protects);
        forbids = List.copyOf(forbids);
        classes = List.copyOf(classes);
        containers = containers.stream().map(List::copyOf).toList();
        rowNeeds = rowNeeds.stream().map(List::copyOf).toList();
        reasons = List.copyOf(reasons);
        layouts = List.copyOf(layouts);
    }
}
