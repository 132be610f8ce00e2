package dev.sluice.gateway.comparison;

import dev.sluice.policy.compare.Change;
import dev.sluice.policy.compare.Differences;
import dev.sluice.policy.compare.Outcome;
import dev.sluice.policy.decision.Reason;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** For programs. Files are named as their bundle names them. */
public final class DifferenceJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private DifferenceJson() {}

    public static void print(Differences differences, PrintStream out) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("widened", differences.widened());
        report.put("same", differences.same());
        report.put(
                "changes",
                differences.changes().stream().map(DifferenceJson::change).toList());
        report.put(
                "declared",
                differences.declared().stream().map(DifferenceJson::declared).toList());
        out.println(MAPPER.writeValueAsString(report));
    }

    private static Map<String, Object> change(Change change) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("direction", word(change.direction()));
        entry.put("to", change.to());
        entry.put("places", change.places());
        entry.put("before", outcome(change.before()));
        entry.put("after", outcome(change.after()));
        entry.put("customer", change.customer());
        entry.put("from", change.from() == null ? null : change.from().toString());
        entry.put("anew", change.anew());
        return entry;
    }

    private static Map<String, Object> outcome(Outcome outcome) {
        Map<String, Object> entry = new LinkedHashMap<>();
        Reason reason = outcome.reason();
        entry.put("leaves", outcome.leaves());
        entry.put("form", outcome.form());
        entry.put("detail", outcome.detail().isEmpty() ? null : outcome.detail().strip());
        entry.put("epochs", outcome.epochs());
        entry.put("reason", reason.cause().code());
        entry.put("rule", reason.rule());
        entry.put("file", reason.location() == null ? null : reason.location().file());
        entry.put("line", reason.location() == null ? null : reason.location().line());
        entry.put("terms", outcome.terms());
        entry.put("grounds", outcome.grounds());
        return entry;
    }

    private static Map<String, Object> declared(Differences.Declared one) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("direction", word(one.direction()));
        entry.put("partner", one.partner());
        entry.put("what", one.what());
        entry.put("before", one.before());
        entry.put("after", one.after());
        return entry;
    }

    private static String word(Enum<?> of) {
        return Objects.requireNonNull(of).name().toLowerCase(Locale.ROOT);
    }
}
