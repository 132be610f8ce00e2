package dev.sluice.gateway.overview;

import dev.sluice.policy.decision.RuleTrace.Traced;
import dev.sluice.policy.diagnostic.SourceLocation;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Tells who may get a category, to people or to programs. */
public final class WhoReport {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final String category;
    private final List<Grant> grants;

    public WhoReport(String category, List<Grant> grants) {
        this.category = category;
        this.grants = List.copyOf(grants);
    }

    /** @param places writes a place as {@code file:line} */
    public void text(Function<SourceLocation, String> places, PrintStream out) {
        if (grants.isEmpty()) {
            out.println("nobody may get `" + category + "`");
        }
        String last = "";
        for (Grant grant : grants) {
            String head = grant.partner() + " for " + grant.purpose();
            if (!head.equals(last)) {
                out.println(head);
                last = head;
            }
            out.println("  " + grant.rule().name() + " ("
                    + places.apply(grant.rule().location()) + ") "
                    + grant.spelled().does());
            out.println("    " + grant.spelled().terms());
            for (Grant.Cut cut : grant.cuts()) {
                out.println("    cut by " + cut.rule().name() + " ("
                        + places.apply(cut.rule().location()) + "), which "
                        + cut.spelled().does() + ", " + cut.spelled().terms());
            }
            if (grant.forbidden()) {
                out.println("    so it never leaves by this rule");
            } else if (grant.never()) {
                out.println("    no customer can be so: it never leaves by this rule");
            }
            grant.places()
                    .forEach((catalog, patterns) ->
                            out.println("    in " + catalog + ": " + String.join(", ", patterns)));
        }
    }

    public void json(PrintStream out) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("category", category);
        report.put("grants", grants.stream().map(WhoReport::grant).toList());
        out.println(MAPPER.writeValueAsString(report));
    }

    private static Map<String, Object> grant(Grant grant) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("partner", grant.partner());
        entry.put("purpose", grant.purpose());
        entry.putAll(rule(grant.rule(), grant.spelled().does(), grant.spelled().terms()));
        entry.put("never_leaves", grant.forbidden() || grant.never());
        entry.put("places", grant.places());
        entry.put(
                "cuts",
                grant.cuts().stream()
                        .map(cut -> rule(
                                cut.rule(), cut.spelled().does(), cut.spelled().terms()))
                        .toList());
        return entry;
    }

    private static Map<String, Object> rule(Traced rule, String does, String terms) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("rule", rule.name());
        entry.put("kind", rule.kind().name().toLowerCase(Locale.ROOT));
        entry.put("file", rule.location().file());
        entry.put("line", rule.location().line());
        entry.put("does", does);
        entry.put("terms", terms);
        return entry;
    }
}
