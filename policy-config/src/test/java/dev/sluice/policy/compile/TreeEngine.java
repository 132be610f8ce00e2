package dev.sluice.policy.compile;

import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.field.ElementSelector;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordBatch;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.RecordVerdict;
import dev.sluice.policy.field.Scalar;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An engine on parsed documents, plain enough to be read at once: notes facts, asks for decisions, keeps what may leave. */
final class TreeEngine {

    private static final Object GONE = new Object();

    private final Disclosure disclosure;
    private final FieldPlan plan;
    private final FieldTree tree;
    private final List<ListedFacts> records = new ArrayList<>();
    private final List<ListedFacts> documents = new ArrayList<>();
    private final ListedFacts document = new ListedFacts(FieldTree.NONE);
    private final List<Integer> enclosing = new ArrayList<>();
    private final Map<Object, Integer> recordOf = new IdentityHashMap<>();
    private RecordVerdict[] verdicts = new RecordVerdict[0];

    private TreeEngine(Disclosure disclosure) {
        this.disclosure = disclosure;
        this.plan = disclosure.plan();
        this.tree = plan.tree();
    }

    /** What leaves of a document, or null if nothing does. */
    static Object filter(Disclosure disclosure, Object document) {
        TreeEngine engine = new TreeEngine(disclosure);
        engine.decide(document);
        Object result = engine.emit(document, engine.tree.root(), -1);
        return result == GONE ? null : result;
    }

    /** The verdicts on a document's records, in document order. */
    static RecordVerdict[] verdicts(Disclosure disclosure, Object document) {
        TreeEngine engine = new TreeEngine(disclosure);
        engine.decide(document);
        return engine.verdicts;
    }

    private void decide(Object document) {
        note(document, tree.root(), -1, null);
        verdicts = disclosure.decide(new Batch());
    }

    private void note(Object value, FieldNode node, int around, Object name) {
        int record = around;
        if (node.startsRecord() != FieldTree.NONE && value instanceof Map<?, ?>) {
            records.add(new ListedFacts(node.startsRecord()));
            documents.add(document.copy());
            enclosing.add(around);
            record = records.size() - 1;
            recordOf.put(value, record);
        }
        ListedFacts facts = record >= 0 ? records.get(record) : document;
        node.facts().forEach(slot -> facts.add(slot, value));
        node.nameFacts().forEach(slot -> facts.add(slot, name));
        int inside = record;
        children(value, node).forEach((key, child) -> note(child.value(), child.node(), inside, key));
        if (value != null && record >= 0) {
            blocked(value, node, record);
        }
    }

    /** What stands below a place of the wrong kind is there, but unusable. */
    private void blocked(Object value, FieldNode node, int record) {
        boolean object = value instanceof Map<?, ?>;
        boolean array = value instanceof List<?>;
        List<Integer> below = new ArrayList<>();
        if (!object) {
            below.addAll(node.members().values());
            below.add(node.anyMember());
        }
        if (!array) {
            below.addAll(node.elements().values());
            below.add(node.anyElement());
            node.selectors().forEach(selector -> below.add(selector.child()));
        }
        for (int child : below) {
            if (child != FieldTree.NONE && child != node.index()) {
                unusable(tree.node(child), record);
            }
        }
    }

    private void unusable(FieldNode node, int record) {
        if (node.startsRecord() != FieldTree.NONE) {
            return;
        }
        node.facts().forEach(slot -> records.get(record).addUnusable(slot));
        node.nameFacts().forEach(slot -> records.get(record).addUnusable(slot));
        List<Integer> children = new ArrayList<>(node.members().values());
        children.addAll(node.elements().values());
        children.add(node.anyMember());
        children.add(node.anyElement());
        node.selectors().forEach(selector -> children.add(selector.child()));
        children.stream()
                .filter(child -> child != FieldTree.NONE && child != node.index())
                .forEach(child -> unusable(tree.node(child), record));
    }

    private record Child(FieldNode node, Object value) {}

    private Map<Object, Child> children(Object value, FieldNode node) {
        Map<Object, Child> children = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, member) -> {
                int child = node.members().getOrDefault(name, node.anyMember());
                if (child != FieldTree.NONE) {
                    children.put(name, new Child(tree.node(child), member));
                }
            });
        } else if (value instanceof List<?> array) {
            for (int k = 0; k < array.size(); k++) {
                int child = element(array.get(k), k, node);
                if (child != FieldTree.NONE) {
                    children.put(k, new Child(tree.node(child), array.get(k)));
                }
            }
        }
        return children;
    }

    private int element(Object element, int index, FieldNode node) {
        if (node.selectors().isEmpty()) {
            return node.elements().getOrDefault(index, node.anyElement());
        }
        List<Integer> selected = new ArrayList<>();
        for (ElementSelector selector : node.selectors()) {
            boolean matches = element instanceof Map<?, ?> object
                    && selector.wanted().entrySet().stream()
                            .allMatch(wanted -> wanted.getValue().equals(object.get(wanted.getKey())));
            if (matches) {
                selected.add(selector.child());
            }
        }
        return selected.size() == 1 ? selected.get(0) : FieldTree.NONE;
    }

    private Object emit(Object value, FieldNode node, int around) {
        int record = recordOf.getOrDefault(value, around);
        if (record != around && !verdicts[record].decisions().leaves()) {
            return GONE;
        }
        FieldDecisions decisions = record < 0 ? disclosure.document() : verdicts[record].decisions();
        if (value == null) {
            return decisions.form(plan.containerClass(node.index())) == null ? GONE : null;
        }
        if (!(value instanceof Map<?, ?>) && !(value instanceof List<?>)) {
            return scalar(value, node, decisions, context(record));
        }
        boolean emitted =
                node.leadsToRecord() || decisions.form(plan.containerClass(node.index())) != null || record != around;
        if (!emitted || (record == around && node.startsRecord() != FieldTree.NONE)) {
            return GONE;
        }
        Object kept =
                value instanceof Map<?, ?> ? object(value, node, record) : new ArrayList<>(array(value, node, record));
        return record == around ? kept : withAdded(kept, verdicts[record]);
    }

    /** A record with the members that its verdict adds. */
    private static Object withAdded(Object record, RecordVerdict verdict) {
        if (!(record instanceof Map<?, ?> members) || verdict.added().isEmpty()) {
            return record;
        }
        Map<Object, Object> all = new LinkedHashMap<>(members);
        verdict.added().forEach(one -> all.put(one.name(), one.value().text()));
        return all;
    }

    private Object object(Object value, FieldNode node, int record) {
        if (!node.leadsToRecord() && node.members().isEmpty() && node.anyMember() == FieldTree.NONE) {
            return GONE;
        }
        Map<Object, Object> result = new LinkedHashMap<>();
        children(value, node).forEach((name, child) -> {
            Object kept = emit(child.value(), child.node(), record);
            Object keptName = name(name, child, record);
            if (kept != GONE && keptName != null) {
                result.put(keptName, kept);
            }
        });
        return result;
    }

    private Object name(Object name, Child child, int around) {
        int node = child.node().name();
        if (node == FieldTree.NONE) {
            return name;
        }
        int record = recordOf.getOrDefault(child.value(), around);
        FieldDecisions decisions = record < 0 ? disclosure.document() : verdicts[record].decisions();
        Object kept = scalar(name, tree.node(node), decisions, context(record));
        return kept == GONE ? null : kept;
    }

    private List<Object> array(Object value, FieldNode node, int record) {
        List<Object> result = new ArrayList<>();
        children(value, node).values().forEach(child -> {
            Object kept = emit(child.value(), child.node(), record);
            if (kept != GONE) {
                result.add(kept);
            }
        });
        return result;
    }

    private Object scalar(Object value, FieldNode node, FieldDecisions decisions, RecordContext context) {
        Form form = node.scalar() ? decisions.form(plan.valueClass(node.index())) : null;
        if (form == null) {
            return GONE;
        }
        if (form == Form.NULLIFY) {
            return null;
        }
        Scalar scalar = value instanceof String string
                ? Scalar.string(string)
                : value instanceof TinyJson.Number number
                        ? Scalar.number(number.literal())
                        : new Scalar(Scalar.Kind.BOOLEAN, value.toString());
        Scalar changed = form.apply(scalar, context);
        if (changed == null) {
            return GONE;
        }
        return switch (changed.kind()) {
            case STRING -> changed.text();
            case NUMBER -> new TinyJson.Number(changed.text());
            case BOOLEAN -> Boolean.valueOf(changed.text());
            case NULL -> null;
        };
    }

    private RecordContext context(int record) {
        return record < 0 ? disclosure.documentContext() : verdicts[record].context();
    }

    private final class Batch implements RecordBatch {

        @Override
        public int size() {
            return records.size();
        }

        @Override
        public RecordFacts record(int index) {
            return records.get(index);
        }

        @Override
        public int enclosing(int index) {
            return enclosing.get(index);
        }

        @Override
        public boolean absent(int index) {
            return false;
        }

        @Override
        public RecordFacts document(int index) {
            return documents.get(index);
        }
    }
}
