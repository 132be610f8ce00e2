package dev.sluice.gateway.explanation;

import dev.sluice.gateway.explanation.FieldExplanation.RuleExplanation;
import dev.sluice.policy.decision.Reason;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** For programs. */
public final class ExplanationJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private ExplanationJson() {}

    public static void print(List<RecordExplanation> records, PrintStream out) {
        out.println(MAPPER.writeValueAsString(
                records.stream().map(ExplanationJson::record).toList()));
    }

    private static Map<String, Object> record(RecordExplanation record) {
        Map<String, Object> entry = new LinkedHashMap<>();
        if (record.number() > 0) {
            entry.put("record", record.number());
        }
        entry.put("begins_at", record.starts());
        entry.put("leaves", record.leaves());
        reason(record.reason(), entry);
        entry.put("fields", record.fields().stream().map(ExplanationJson::field).toList());
        return entry;
    }

    private static Map<String, Object> field(FieldExplanation field) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("path", field.path());
        entry.put("categories", field.categories());
        entry.put("leaves", field.form() != null);
        if (field.form() != null) {
            entry.put("form", field.form());
        }
        if (field.partly()) {
            entry.put("some_values_stay", Reason.Cause.FORM_CANNOT_APPLY.code());
        }
        reason(field.reason(), entry);
        entry.put("rules", field.rules().stream().map(ExplanationJson::rule).toList());
        if (field.nearest() != null) {
            entry.put("would_leave_of_the_same_but", field.nearest().words());
            entry.put("leaves_of_nobody", field.nearest().ofNobody());
        }
        return entry;
    }

    private static Map<String, Object> rule(RuleExplanation rule) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("rule", rule.rule().name());
        entry.put("kind", rule.rule().kind().name().toLowerCase(Locale.ROOT));
        entry.put("file", rule.rule().location().file());
        entry.put("line", rule.rule().location().line());
        entry.put("does", rule.does());
        entry.put("terms", rule.terms());
        if (rule.outcome() != null) {
            entry.put("outcome", rule.outcome().name().toLowerCase(Locale.ROOT));
        }
        if (!rule.lack().clauses().isEmpty()) {
            entry.put("lacks", rule.lack().clauses());
        }
        return entry;
    }

    private static void reason(Reason reason, Map<String, Object> entry) {
        entry.put("reason", reason.cause().code());
        if (reason.rule() != null) {
            entry.put("rule", reason.rule());
        }
        if (reason.location() != null) {
            entry.put("file", reason.location().file());
            entry.put("line", reason.location().line());
        }
    }
}
