package dev.sluice.gateway.enforce;

import dev.sluice.gateway.json.DisclosureTally;
import dev.sluice.gateway.json.RecordFault;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.Reason.Cause;
import java.util.Map;
import java.util.TreeMap;

/**
 * What one body disclosed, in numbers and in the words of metrics.
 *
 * @param recordsShared records of which something left
 * @param recordsWithheld records of which nothing left
 * @param withheldByCause the latter by cause
 * @param fieldsByForm fields that left, by form
 * @param fieldsByCause fields of records that left, which stayed, by cause
 * @param unclassified members that no catalog knows
 */
public record Disclosed(
        long recordsShared,
        long recordsWithheld,
        Map<String, Long> withheldByCause,
        Map<String, Long> fieldsByForm,
        Map<String, Long> fieldsByCause,
        long unclassified) {

    /** Nothing was judged. */
    public static final Disclosed NOTHING = new Disclosed(0, 0, Map.of(), Map.of(), Map.of(), 0);

    private static final String AS_IS = "as_is";

    /** Reads an engine's counts. The maps are the reader's own. */
    static Disclosed of(DisclosureTally tally, Disclosure disclosure) {
        Map<String, Long> records = new TreeMap<>();
        tally.withheldRecords()
                .forEach((reason, count) ->
                        records.merge(cause(reason, disclosure).code(), count, Long::sum));
        long asIs = 0;
        for (int fieldClass = 0; fieldClass < disclosure.plan().classes(); fieldClass++) {
            asIs += tally.sharedAsIs(fieldClass);
        }
        Map<String, Long> forms = new TreeMap<>();
        forms.put(AS_IS, asIs);
        tally.changed().forEach((changed, count) -> forms.merge(changed.form(), count, Long::sum));
        Map<String, Long> fields = new TreeMap<>();
        tally.withheld()
                .forEach((field, count) ->
                        fields.merge(cause(field.reason(), disclosure).code(), count, Long::sum));
        long unknown = 0;
        for (int node = 0; node < disclosure.plan().tree().size(); node++) {
            unknown += tally.unclassified(node);
        }
        return new Disclosed(
                tally.sharedRecords(),
                records.values().stream().mapToLong(n -> n).sum(),
                records,
                forms,
                fields,
                unknown);
    }

    /** What a reason of an engine's counts stands for. */
    public static Cause cause(int reason, Disclosure disclosure) {
        if (reason >= 0) {
            return disclosure.reason(reason).cause();
        }
        if (reason == DisclosureTally.ENCLOSING_WITHHELD) {
            return Cause.ENCLOSING_WITHHELD;
        }
        if (reason == DisclosureTally.CANNOT_APPLY) {
            return Cause.FORM_CANNOT_APPLY;
        }
        RecordFault fault = DisclosureTally.faultOf(reason);
        return switch (fault) {
            case DUPLICATE_MEMBER -> Cause.DUPLICATE_MEMBER;
            case LONE_SURROGATE -> Cause.LONE_SURROGATE;
            case RECORD_TOO_LARGE -> Cause.RECORD_TOO_LARGE;
            case NONE -> Cause.NOT_SHARED;
        };
    }

    /** The value of the field Sluice-Records. */
    public String summary() {
        return "shared=" + recordsShared + ", withheld=" + recordsWithheld;
    }
}
