package dev.sluice.gateway.explanation;

import dev.sluice.gateway.explanation.FieldExplanation.RuleExplanation;
import dev.sluice.policy.decision.AskedPerson;
import dev.sluice.policy.decision.DecisionPoint.TracedDisclosure;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.decision.Reason.Cause;
import dev.sluice.policy.decision.RuleMap;
import dev.sluice.policy.decision.RuleMap.Place;
import dev.sluice.policy.decision.RuleMap.Spoken;
import dev.sluice.policy.decision.RuleOutcome;
import dev.sluice.policy.decision.RuleTrace.OfRecord;
import dev.sluice.policy.decision.RuleTrace.Traced;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.words.RuleWords;
import dev.sluice.policy.world.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Joins what was decided of records with the rules that speak of their places. */
public final class Explainer {

    private final TracedDisclosure traced;
    private final EngineTrace engine;
    private final FieldPlan plan;
    private final RuleMap map;
    private final RuleWords words;
    private final Nearest nearest;
    private final Predicate<String> patterns;
    private final Map<Integer, Integer> names = new HashMap<>();

    /**
     * @param engine what was done with what {@code traced} decided
     * @param nearest looks for other customers
     * @param patterns which places are explained, by the catalog's pattern
     */
    public Explainer(
            TracedDisclosure traced,
            EngineTrace engine,
            RuleMap map,
            RuleWords words,
            Nearest nearest,
            Predicate<String> patterns) {
        this.engine = engine;
        this.nearest = nearest;
        this.traced = traced;
        this.plan = traced.disclosure().plan();
        this.map = map;
        this.words = words;
        this.patterns = patterns;
        plan.tree().nodes().forEach(node -> names.put(node.name(), node.index()));
        names.remove(FieldTree.NONE);
    }

    /** @param wanted which records are explained, of those that were decided; whose the others are nobody knows */
    public List<RecordExplanation> explain(Predicate<OfRecord> wanted) {
        List<RecordExplanation> explained = new ArrayList<>();
        List<OfRecord> records = traced.trace().records();
        for (int k = 0; k < records.size(); k++) {
            if (wanted.test(records.get(k))) {
                explained.add(record(k, records.get(k)));
            }
        }
        for (long k = 0; k < engine.tooLarge(); k++) {
            explained.add(RecordExplanation.tooLarge());
        }
        return explained;
    }

    private RecordExplanation record(int index, OfRecord record) {
        Map<String, FieldExplanation> byPath = new LinkedHashMap<>();
        List<String> starts = new ArrayList<>();
        for (FieldNode node : plan.tree().nodes()) {
            if (node.startsRecord() == record.recordType()) {
                starts.add(node.pattern());
            }
            Optional<Place> place = map.place(node.index());
            if (node.recordType() == record.recordType()
                    && place.isPresent()
                    && FieldNode.places(node.pattern()).stream().anyMatch(patterns)) {
                String path = within(starts, node.pattern());
                byPath.putIfAbsent(path, field(path, place.get(), record, index));
            }
        }
        Reason fault = engine.fault(index);
        return new RecordExplanation(
                index + 1,
                starts,
                fault == null && record.decisions().leaves(),
                fault == null ? traced.disclosure().reason(record.decisions().reason()) : fault,
                List.copyOf(byPath.values()));
    }

    /** Whether a member leaves, with its name: something stands there, or below, that does. */
    private boolean leaves(int member, OfRecord record) {
        return record.decisions().form(plan.valueClass(member)) != null
                || record.decisions().form(plan.containerClass(member)) != null;
    }

    /** A record of one kind may begin in several places, from which the same paths lead on. */
    private static String within(List<String> starts, String pattern) {
        String path = starts.stream()
                .filter(pattern::startsWith)
                .max(Comparator.comparingInt(String::length))
                .map(start -> FieldNode.places(pattern).get(0).substring(start.length()))
                .orElse(pattern);
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private FieldExplanation field(String path, Place place, OfRecord record, int index) {
        int fieldClass = plan.valueClass(place.node());
        Form form = record.decisions().form(fieldClass);
        int reasoned = fieldClass;
        int member = names.getOrDefault(place.node(), FieldTree.NONE);
        if (form != null && member != FieldTree.NONE && !leaves(member, record)) {
            form = null;
            reasoned = plan.valueClass(member);
        }
        List<RuleExplanation> rules = rules(place, record);
        Reason withheld = form == null && engine.fault(index) == null ? null : withheld(place.node(), index);
        if (withheld != null) {
            return FieldExplanation.staysAllTheSame(path, place.categories(), withheld, rules);
        }
        return new FieldExplanation(
                path,
                place.categories(),
                form == null ? null : form.name(),
                engine.forms(index).failed(fieldClass),
                traced.disclosure().reason(record.decisions().at(reasoned).reason()),
                rules,
                form != null || place.shares().isEmpty() ? null : nearest(record, fieldClass));
    }

    /** Why what stands at a node stays though it was decided to leave, or null. */
    private @Nullable Reason withheld(int node, int index) {
        Reason fault = engine.fault(index);
        if (fault != null) {
            return fault;
        }
        TriedForms forms = engine.forms(index);
        String pattern = plan.tree().node(node).pattern();
        int fieldClass = plan.valueClass(node);
        boolean unmade = pattern.endsWith(FieldNode.ADDED) && !forms.added(fieldClass);
        boolean nameless = names.entrySet().stream()
                .filter(entry -> forms.failedAll(plan.valueClass(entry.getKey())))
                .anyMatch(entry ->
                        pattern.startsWith(plan.tree().node(entry.getValue()).pattern()));
        return unmade || nameless || forms.failedAll(fieldClass)
                ? new Reason(Cause.FORM_CANNOT_APPLY, null, null)
                : null;
    }

    private Nearest.@Nullable Change nearest(OfRecord record, int fieldClass) {
        AskedPerson person = record.person();
        return person == null
                ? null
                : nearest.find(person, record.recordType(), fieldClass).orElse(null);
    }

    private List<RuleExplanation> rules(Place place, OfRecord record) {
        return Stream.of(
                        place.shares().stream().flatMap(List::stream),
                        place.protects().stream(),
                        place.forbids().stream())
                .flatMap(spoken -> spoken)
                .map(Spoken::rule)
                .distinct()
                .map(rule -> rule(rule, record))
                .toList();
    }

    private RuleExplanation rule(int number, OfRecord record) {
        Traced rule = map.rules().get(number);
        RuleWords.Spelled spelled = words.at(rule.location());
        RuleOutcome outcome =
                record.outcomes().isEmpty() ? null : record.outcomes().get(number);
        return new RuleExplanation(rule, spelled.does(), spelled.terms(), outcome, lack(spelled, outcome, record));
    }

    private static Lack lack(RuleWords.Spelled spelled, @Nullable RuleOutcome outcome, OfRecord record) {
        if (outcome == null || outcome == RuleOutcome.GRANTED || outcome == RuleOutcome.FREED) {
            return Lack.NONE;
        }
        return outcome == RuleOutcome.HELD
                ? Lack.toFree(spelled, record.answers()).orElse(Lack.NONE)
                : Lack.toGrant(spelled, outcome == RuleOutcome.NOBODY, record.answers());
    }

    /** The patterns of all places that stand in records. */
    public static List<String> patterns(FieldTree tree) {
        return tree.nodes().stream()
                .filter(node -> node.scalar() && node.recordType() != FieldTree.NONE)
                .flatMap(node -> FieldNode.places(node.pattern()).stream())
                .toList();
    }
}
