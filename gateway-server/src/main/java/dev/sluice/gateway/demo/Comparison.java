package dev.sluice.gateway.demo;

import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.field.ElementSelector;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Walks the shop's document and what the partner got of it side by side, along the catalog. Works on trees: it serves
 * samples, the gateway itself never holds a document.
 */
final class Comparison {

    private static final Reason UNCLASSIFIED = new Reason(Reason.Cause.UNCLASSIFIED, null, null);

    private final FieldPlan plan;
    private final DecisionTrace trace;
    private final Iterator<FieldDecisions> records;
    private final List<Fate> fates = new ArrayList<>();
    private int record = -1;

    private Comparison(DecisionTrace trace) {
        this.plan = trace.plan();
        this.trace = trace;
        this.records = trace.decided().iterator();
    }

    /** @param seen what the partner got, or null if nothing came */
    static List<Fate> of(DecisionTrace trace, JsonNode held, @Nullable JsonNode seen) {
        Comparison comparison = new Comparison(trace);
        comparison.walk(new Place(0, trace.document(), -1, ""), held, seen);
        return comparison.fates;
    }

    /**
     * Where the walk stands: the catalog's node (or none), the decision that holds there, its record, the path within
     * it.
     */
    private record Place(int node, FieldDecisions decisions, int record, String path) {

        Place at(int child, String step) {
            String joined = path.isEmpty() && step.startsWith(".") ? step.substring(1) : path + step;
            return new Place(child, decisions, record, joined);
        }
    }

    private void walk(Place reached, JsonNode held, @Nullable JsonNode seen) {
        Place place = entered(reached, held);
        if (held.isObject()) {
            for (Map.Entry<String, JsonNode> member : held.properties()) {
                walk(
                        place.at(memberOf(place.node(), member.getKey()), "." + member.getKey()),
                        member.getValue(),
                        seen == null ? null : seen.get(member.getKey()));
            }
        } else if (held.isArray()) {
            elements(place, held, seen);
        } else {
            String shown = seen == null || seen.isContainer() ? null : seen.toString();
            Reason reason = reason(place);
            boolean failed = shown == null && reason.cause() == Reason.Cause.SHARED;
            fates.add(new Fate(place.record(), place.path(), held.toString(), shown, failed ? unfit(reason) : reason));
        }
    }

    /** Records begin at containers only; each has the next decision in the document's order. */
    private Place entered(Place place, JsonNode held) {
        boolean begins = place.node() != FieldTree.NONE
                && held.isObject()
                && plan.tree().node(place.node()).startsRecord() != FieldTree.NONE;
        return begins && records.hasNext() ? new Place(place.node(), records.next(), ++record, "") : place;
    }

    private void elements(Place place, JsonNode held, @Nullable JsonNode seen) {
        int seenIndex = 0;
        for (int i = 0; i < held.size(); i++) {
            JsonNode element = held.get(i);
            Place below = place.at(elementOf(place.node(), i, element), "[" + i + "]");
            JsonNode counterpart = null;
            if (leaves(below, element)) {
                counterpart = seen == null ? null : seen.get(seenIndex++);
            }
            walk(below, element, counterpart);
        }
    }

    /** Whether the element itself appears in what the partner got, which moves all behind it by one. */
    private boolean leaves(Place place, JsonNode element) {
        if (place.node() == FieldTree.NONE) {
            return false;
        }
        FieldNode node = plan.tree().node(place.node());
        if (node.startsRecord() != FieldTree.NONE && element.isObject()) {
            int next = record + 1;
            return next < trace.decided().size() && trace.decided().get(next).leaves();
        }
        if (node.leadsToRecord()) {
            return true;
        }
        int fieldClass = element.isContainer() ? plan.containerClass(place.node()) : plan.valueClass(place.node());
        return place.decisions().form(fieldClass) != null;
    }

    private Reason reason(Place place) {
        if (place.node() == FieldTree.NONE || !plan.tree().node(place.node()).scalar()) {
            return place.decisions().leaves() || place.record() < 0
                    ? UNCLASSIFIED
                    : trace.reason(place.decisions().reason());
        }
        if (place.record() >= 0 && !place.decisions().leaves()) {
            return trace.reason(place.decisions().reason());
        }
        return trace.reason(place.decisions().at(plan.valueClass(place.node())).reason());
    }

    /** A rule shares it, and yet it stayed: its form cannot apply to the value. */
    private static Reason unfit(Reason reason) {
        return new Reason(Reason.Cause.FORM_CANNOT_APPLY, reason.rule(), reason.location());
    }

    private int memberOf(int node, String name) {
        if (node == FieldTree.NONE) {
            return FieldTree.NONE;
        }
        FieldNode reached = plan.tree().node(node);
        return reached.members().getOrDefault(name, reached.anyMember());
    }

    private int elementOf(int node, int index, JsonNode element) {
        if (node == FieldTree.NONE) {
            return FieldTree.NONE;
        }
        FieldNode reached = plan.tree().node(node);
        for (ElementSelector selector : reached.selectors()) {
            boolean selected = selector.wanted().entrySet().stream()
                    .allMatch(wanted -> wanted.getValue()
                            .equals(element.path(wanted.getKey()).asString(null)));
            if (selected) {
                return selector.child();
            }
        }
        return reached.elements().getOrDefault(index, reached.anyElement());
    }
}
