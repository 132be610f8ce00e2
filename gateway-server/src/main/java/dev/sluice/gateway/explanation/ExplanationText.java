package dev.sluice.gateway.explanation;

import dev.sluice.gateway.explanation.FieldExplanation.RuleExplanation;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.decision.RuleOutcome;
import dev.sluice.policy.decision.RuleTrace;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.world.Nearest;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * For people: a line for each field that some rule shares, the rules that speak of it, and the nearest customer of
 * whom it would leave; all
 * others in one
 * paragraph.
 */
public final class ExplanationText {

    private static final int WIDTH = 120;

    private final Function<SourceLocation, String> places;

    /** @param places writes a place as {@code file:line} */
    public ExplanationText(Function<SourceLocation, String> places) {
        this.places = places;
    }

    public void print(List<RecordExplanation> records, PrintStream out) {
        for (RecordExplanation record : records) {
            out.println(title(record) + ": " + (record.leaves() ? "leaves" : "stays, " + why(record.reason())));
            Set<RuleExplanation> told = new HashSet<>();
            alike(record).forEach(fields -> print(fields, told, out));
            List<String> idle = record.fields().stream()
                    .filter(ExplanationText::idle)
                    .map(FieldExplanation::path)
                    .toList();
            if (!idle.isEmpty()) {
                out.println("  stays, since no policy shares it with this partner for this purpose:");
                wrapped(idle, out);
            }
        }
        if (records.isEmpty()) {
            out.println("no such record");
        }
    }

    private static String title(RecordExplanation record) {
        return record.number() == 0
                ? "a record that is not numbered"
                : "record " + record.number() + " (" + String.join(" or ", record.starts()) + ")";
    }

    private static boolean idle(FieldExplanation field) {
        return field.form() == null
                && field.rules().stream().noneMatch(rule -> rule.rule().kind() == RuleTrace.Kind.SHARE);
    }

    private static void wrapped(List<String> words, PrintStream out) {
        StringBuilder line = new StringBuilder("     ");
        for (String word : words) {
            if (line.length() + word.length() > WIDTH) {
                out.println(line);
                line = new StringBuilder("     ");
            }
            line.append(' ').append(word);
        }
        out.println(line);
    }

    /** The fields that some rule shares, in groups of which all the same is to be said. */
    private static Collection<List<FieldExplanation>> alike(RecordExplanation record) {
        Map<Object, List<FieldExplanation>> groups = new LinkedHashMap<>();
        record.fields().stream()
                .filter(field -> !idle(field))
                .forEach(field -> groups.computeIfAbsent(field.with("", List.of()), like -> new ArrayList<>())
                        .add(field));
        return groups.values();
    }

    /** @param told the rules of which the record's other fields have told all */
    private void print(List<FieldExplanation> fields, Set<RuleExplanation> told, PrintStream out) {
        for (FieldExplanation field : fields) {
            String fate = field.form() == null ? "stays" : field.form();
            out.println(String.format(
                            Locale.ROOT, "  %-10s %-32s %s", fate, field.path(), String.join(", ", field.categories()))
                    .stripTrailing());
        }
        FieldExplanation field = fields.get(0);
        if (field.form() == null) {
            out.println("      " + why(field.reason()));
        } else if (field.partly()) {
            out.println("      some values stay, " + why(new Reason(Reason.Cause.FORM_CANNOT_APPLY, null, null)));
        }
        field.rules().forEach(rule -> print(rule, told.add(rule), out));
        Nearest.Change nearest = field.nearest();
        if (nearest != null) {
            out.println("      " + nearest(nearest));
        }
    }

    private static String nearest(Nearest.Change nearest) {
        if (nearest.ofNobody()) {
            return "leaves of no customer";
        }
        return nearest.words().isEmpty()
                ? "no change of one fact or two lets it leave"
                : "would leave of the same customer, but " + String.join(", and ", nearest.words());
    }

    private void print(RuleExplanation rule, boolean first, PrintStream out) {
        RuleOutcome outcome = rule.outcome();
        String named = "      " + (outcome == null ? "not asked" : outcome.text()) + ": "
                + rule.rule().name() + " (" + places.apply(rule.rule().location()) + ")";
        if (!first) {
            out.println(named + ", as above");
            return;
        }
        out.println(named + " " + rule.does());
        out.println("        " + rule.terms());
        rule.lack()
                .clauses()
                .forEach(clause -> out.println("        "
                        + (clause.known() ? "it is not so that " : "nobody knows whether ") + clause.text()));
    }

    private static String why(Reason reason) {
        return reason.cause().code() + ": " + reason.cause().text();
    }
}
