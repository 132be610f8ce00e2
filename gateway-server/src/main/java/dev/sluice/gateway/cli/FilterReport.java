package dev.sluice.gateway.cli;

import dev.sluice.gateway.enforce.StreamEnforcer.Outcome;
import dev.sluice.gateway.json.DisclosureTally;
import dev.sluice.gateway.json.RecordFault;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.field.FieldPlan;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What left and what stayed, and why, by the catalog's own patterns: never a value, never a name the catalog does not
 * spell.
 */
final class FilterReport {

    private static final int WIDTH = 120;
    private static final String INDENT = " ".repeat(19);

    private static final Pattern KEYED = Pattern.compile("pseudonym|tokenize|fpe");

    private final Disclosure disclosure;
    private final Outcome outcome;
    private final DisclosureTally tally;
    private final Set<Reason.Cause> causes = EnumSet.noneOf(Reason.Cause.class);

    /** @param disclosure opened in detail, so that each pattern has a class of its own */
    FilterReport(Disclosure disclosure, Outcome outcome) {
        this.disclosure = disclosure;
        this.outcome = outcome;
        this.tally = outcome.tally();
    }

    void print(PrintStream err) {
        err.printf(
                Locale.ROOT,
                "records: %d shared, %d withheld; bytes: %d read, %d written%n",
                tally.sharedRecords(),
                tally.withheldRecordCount(),
                outcome.read(),
                outcome.written());
        if (outcome.withheldWhole()) {
            err.println("nothing of the document may leave");
        }
        tally.withheldRecords().forEach((reason, count) -> err.println(line(count, "withheld", why(reason), "")));
        fields(err);
        unclassified(err);
        if (!causes.isEmpty()) {
            err.println("reasons:");
            causes.forEach(cause -> err.printf("  %-18s %s%n", cause.code(), cause.text()));
        }
    }

    /** Whether anything left that a key made. */
    boolean hasKeyedForms() {
        return tally.changed().keySet().stream()
                .anyMatch(changed -> KEYED.matcher(changed.form()).find());
    }

    private void fields(PrintStream err) {
        Map<Integer, String> patterns = patternsByClass();
        List<String> shared = new ArrayList<>();
        List<String> withheld = new ArrayList<>();
        Map<String, Long> notShared = new LinkedHashMap<>();
        long withRecord = 0;
        for (Map.Entry<Integer, String> entry : patterns.entrySet()) {
            int fieldClass = entry.getKey();
            if (tally.sharedAsIs(fieldClass) > 0) {
                shared.add(line(tally.sharedAsIs(fieldClass), "shared", "as_is", entry.getValue()));
            }
            changedOf(fieldClass).forEach((form, count) -> shared.add(line(count, "shared", form, entry.getValue())));
            withheldOf(fieldClass).forEach((reason, count) -> {
                String why = why(reason);
                if (why.equals(Reason.Cause.NOT_SHARED.code())) {
                    notShared.put(entry.getValue(), count);
                } else {
                    withheld.add(line(count, "withheld", why, entry.getValue()));
                }
            });
            withRecord += tally.withheldWithRecord(fieldClass);
        }
        if (!shared.isEmpty() || !withheld.isEmpty() || !notShared.isEmpty()) {
            err.println("fields:");
        }
        shared.forEach(err::println);
        notShared(notShared, err);
        withheld.forEach(err::println);
        if (withRecord > 0) {
            err.println(line(withRecord, "withheld", "with their records", ""));
        }
    }

    /** What no policy shares, which are most places, in one paragraph. */
    private void notShared(Map<String, Long> counts, PrintStream err) {
        if (counts.isEmpty()) {
            return;
        }
        long all = counts.values().stream().mapToLong(Long::longValue).sum();
        err.println(line(all, "withheld", Reason.Cause.NOT_SHARED.code(), ""));
        err.print(WrappedLines.ofItems(
                counts.entrySet().stream()
                        .map(place -> place.getKey() + " (" + place.getValue() + ")")
                        .toList(),
                INDENT,
                WIDTH));
    }

    /** The patterns of each class, which is one but where members leave or stay together. */
    private Map<Integer, String> patternsByClass() {
        FieldPlan plan = disclosure.plan();
        Map<Integer, String> patterns = new LinkedHashMap<>();
        for (FieldNode node : plan.tree().nodes()) {
            int fieldClass = plan.valueClass(node.index());
            if (node.scalar() && fieldClass != FieldPlan.NEVER) {
                patterns.merge(
                        fieldClass, node.pattern(), (one, other) -> one.equals(other) ? one : one + ", " + other);
            }
        }
        return patterns;
    }

    private Map<String, Long> changedOf(int fieldClass) {
        Map<String, Long> counts = new TreeMap<>();
        tally.changed().forEach((changed, count) -> {
            if (changed.fieldClass() == fieldClass) {
                counts.put(changed.form(), count);
            }
        });
        return counts;
    }

    private Map<Integer, Long> withheldOf(int fieldClass) {
        Map<Integer, Long> counts = new TreeMap<>();
        tally.withheld().forEach((withheld, count) -> {
            if (withheld.fieldClass() == fieldClass) {
                counts.put(withheld.reason(), count);
            }
        });
        return counts;
    }

    private void unclassified(PrintStream err) {
        Map<String, Long> counts = new TreeMap<>();
        for (FieldNode node : disclosure.plan().tree().nodes()) {
            long count = tally.unclassified(node.index());
            if (count > 0) {
                counts.merge(node.pattern() + ".?", count, Long::sum);
            }
        }
        if (!counts.isEmpty()) {
            err.println("unclassified:");
            counts.forEach((pattern, count) -> err.println(line(count, "withheld", "unclassified", pattern)));
        }
    }

    /** The reason's code and its rule; below zero are the engine's own. */
    private String why(int reason) {
        if (reason >= 0) {
            Reason decided = disclosure.reason(reason);
            causes.add(decided.cause());
            return decided.cause().code() + (decided.rule() == null ? "" : " (" + decided.rule() + ")");
        }
        Reason.Cause cause = switch (reason) {
            case DisclosureTally.ENCLOSING_WITHHELD -> Reason.Cause.ENCLOSING_WITHHELD;
            case DisclosureTally.CANNOT_APPLY -> Reason.Cause.FORM_CANNOT_APPLY;
            default -> cause(DisclosureTally.faultOf(reason));
        };
        causes.add(cause);
        return cause.code();
    }

    private static Reason.Cause cause(RecordFault fault) {
        return switch (fault) {
            case NONE -> Reason.Cause.UNCLASSIFIED;
            case DUPLICATE_MEMBER -> Reason.Cause.DUPLICATE_MEMBER;
            case LONE_SURROGATE -> Reason.Cause.LONE_SURROGATE;
            case RECORD_TOO_LARGE -> Reason.Cause.RECORD_TOO_LARGE;
        };
    }

    private static String line(long count, String fate, String how, String pattern) {
        return String.format(Locale.ROOT, "%9d %-8s %-30s %s", count, fate, how, pattern)
                .stripTrailing();
    }
}
