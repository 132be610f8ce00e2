package dev.sluice.gateway.explanation;

import dev.sluice.gateway.explanation.FieldExplanation.RuleExplanation;
import dev.sluice.policy.decision.AskedPerson;
import dev.sluice.policy.decision.DecisionPoint.TracedDisclosure;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.decision.RuleMap;
import dev.sluice.policy.decision.RuleMap.Place;
import dev.sluice.policy.decision.RuleMap.Spoken;
import dev.sluice.policy.decision.RuleOutcome;
import dev.sluice.policy.decision.RuleTrace.Kind;
import dev.sluice.policy.decision.RuleTrace.OfRecord;
import dev.sluice.policy.decision.RuleTrace.Traced;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.words.RuleWords;
import dev.sluice.policy.world.Nearest;
import java.util.ArrayList;
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
    private final FieldPlan plan;
    private final RuleMap map;
    private final RuleWords words;
    private final Nearest nearest;
    private final Predicate<String> patterns;

    /**
     * @param nearest looks for other customers
     * @param patterns which places are explained, by the catalog's pattern
     */
    public Explainer(
            TracedDisclosure traced, RuleMap map, RuleWords words, Nearest nearest, Predicate<String> patterns) {
        this.nearest = nearest;
        this.traced = traced;
        this.plan = traced.disclosure().plan();
        this.map = map;
        this.words = words;
        this.patterns = patterns;
    }

    /** @param wanted which records are explained */
    public List<RecordExplanation> explain(Predicate<OfRecord> wanted) {
        List<RecordExplanation> explained = new ArrayList<>();
        List<OfRecord> records = traced.trace().records();
        for (int k = 0; k < records.size(); k++) {
            if (wanted.test(records.get(k))) {
                explained.add(record(k + 1, records.get(k)));
            }
        }
        return explained;
    }

    private RecordExplanation record(int number, OfRecord record) {
        Map<String, FieldExplanation> byPath = new LinkedHashMap<>();
        List<String> starts = new ArrayList<>();
        String start = "$";
        for (FieldNode node : plan.tree().nodes()) {
            if (node.startsRecord() == record.recordType()) {
                start = node.pattern();
                starts.add(start);
            }
            Optional<Place> place = map.place(node.index());
            if (node.recordType() == record.recordType() && place.isPresent() && patterns.test(node.pattern())) {
                String path = within(start, node.pattern());
                byPath.putIfAbsent(path, field(path, place.get(), record));
            }
        }
        return new RecordExplanation(
                number,
                starts,
                record.decisions().leaves(),
                traced.disclosure().reason(record.decisions().reason()),
                List.copyOf(byPath.values()));
    }

    /** A record of one kind may begin in several places, from which the same paths lead on. */
    private static String within(String start, String pattern) {
        String path = pattern.startsWith(start) ? pattern.substring(start.length()) : pattern;
        return path.startsWith(".") ? path.substring(1) : path;
    }

    private FieldExplanation field(String path, Place place, OfRecord record) {
        int fieldClass = plan.valueClass(place.node());
        Form form = record.decisions().form(fieldClass);
        Reason reason =
                traced.disclosure().reason(record.decisions().at(fieldClass).reason());
        return new FieldExplanation(
                path,
                place.categories(),
                form == null ? null : form.name(),
                reason,
                rules(place, record),
                form != null || record.outcomes().isEmpty() ? null : change(place, record),
                form != null || place.shares().isEmpty() ? null : nearest(record, fieldClass));
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
        return new RuleExplanation(rule, spelled.does(), spelled.terms(), outcome);
    }

    /** Of each category the share that lacks least, and every forbid lifted; null where no share or no lifting is. */
    private @Nullable Change change(Place place, OfRecord record) {
        Change change = Change.NONE;
        for (List<Spoken> ofCategory : place.shares()) {
            Optional<Change> least =
                    ofCategory.stream().map(share -> toGrant(share, record)).min(Change.smallestFirst());
            if (least.isEmpty()) {
                return null;
            }
            change = change.and(least.get());
        }
        for (Spoken forbid : place.forbids()) {
            if (record.outcomes().get(forbid.rule()) == RuleOutcome.HELD) {
                Optional<Change> freed = Change.toFree(spelled(forbid), record.answers());
                if (freed.isEmpty()) {
                    return null;
                }
                change = change.and(freed.get());
            }
        }
        return place.shares().isEmpty() || change.clauses().isEmpty() ? null : change;
    }

    private Change toGrant(Spoken share, OfRecord record) {
        boolean nobody = map.rules().get(share.rule()).kind() == Kind.SHARE
                && record.outcomes().get(share.rule()) == RuleOutcome.NOBODY;
        return Change.toGrant(spelled(share), nobody, record.answers());
    }

    private RuleWords.Spelled spelled(Spoken spoken) {
        return words.at(map.rules().get(spoken.rule()).location());
    }

    /** The patterns of all places that stand in records. */
    public static List<String> patterns(FieldTree tree) {
        return tree.nodes().stream()
                .filter(node -> node.scalar() && node.recordType() != FieldTree.NONE)
                .map(FieldNode::pattern)
                .toList();
    }
}
