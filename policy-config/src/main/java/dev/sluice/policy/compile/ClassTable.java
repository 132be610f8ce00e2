package dev.sluice.policy.compile;

import dev.sluice.policy.evaluate.ClassRules;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The classes of one plan: fields with the same rules in the same forms share one, unless each is to have its own. */
final class ClassTable {

    private final boolean detailed;
    private final Map<ClassRules, Integer> byRules = new HashMap<>();
    private final Map<Set<Integer>, Integer> bySet = new HashMap<>();
    private final List<ClassRules> rules = new ArrayList<>();
    private final List<List<Integer>> standsFor = new ArrayList<>();

    ClassTable(boolean detailed) {
        this.detailed = detailed;
        add(ClassRules.NOTHING, List.of());
    }

    /** @param never whether no outcome shares it */
    int classOf(ClassRules own, boolean never) {
        if (detailed) {
            return add(own, List.of());
        }
        if (never) {
            return FieldPlan.NEVER;
        }
        Integer known = byRules.get(own);
        if (known == null) {
            known = add(own, List.of());
            byRules.put(own, known);
        }
        return known;
    }

    /** The class that leaves as it is where any of these leaves. @param plain whether it may be the only one itself */
    int containerOf(Set<Integer> below, boolean plain) {
        if (below.isEmpty()) {
            return FieldPlan.NEVER;
        }
        int first = below.iterator().next();
        if (below.size() == 1 && (plain || !changing(rules.get(first)))) {
            return first;
        }
        Integer known = bySet.get(below);
        if (known == null) {
            known = add(ClassRules.NOTHING, List.copyOf(below));
            bySet.put(new TreeSet<>(below), known);
        }
        return known;
    }

    List<ClassRules> rules() {
        return rules;
    }

    List<List<Integer>> standsFor() {
        return standsFor;
    }

    /** By class: whether some outcome lets it leave changed. */
    boolean[] changing() {
        boolean[] changing = new boolean[rules.size()];
        for (int k = 0; k < changing.length; k++) {
            changing[k] = changing(rules.get(k));
        }
        return changing;
    }

    private static boolean changing(ClassRules rules) {
        return rules.forms().stream().anyMatch(form -> form.form() != Form.AS_IS);
    }

    private int add(ClassRules own, List<Integer> members) {
        rules.add(own);
        standsFor.add(members);
        return rules.size() - 1;
    }
}
