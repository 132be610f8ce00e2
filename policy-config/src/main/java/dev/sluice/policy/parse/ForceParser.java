package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Force;
import dev.sluice.policy.model.Subject;
import dev.sluice.policy.yaml.YamlFields;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses what rules, protects and forbids have in common: {@code mode}, {@code until} and {@code subject}. */
final class ForceParser {

    private final ScalarParser scalars;

    ForceParser(Problems problems) {
        this.scalars = new ScalarParser(problems);
    }

    Force force(YamlFields fields) {
        Force.Mode mode = fields.text("mode")
                .flatMap(text -> scalars.oneOf(text, "`mode`", List.of("live", "shadow", "off")))
                .map(word -> Force.Mode.valueOf(word.toUpperCase(Locale.ROOT)))
                .orElse(Force.Mode.LIVE);
        return new Force(mode, day(fields, "until").orElse(null));
    }

    Optional<LocalDate> day(YamlFields fields, String key) {
        return fields.text(key).flatMap(text -> scalars.date(text, "`" + key + "`"));
    }

    /** Whose data is meant, if the map says so. */
    Optional<Subject> subject(YamlFields fields) {
        return fields.text("subject")
                .flatMap(
                        text -> scalars.oneOf(text, "`subject`", List.of("customer", "recipient", "staff", "merchant")))
                .map(word -> Subject.valueOf(word.toUpperCase(Locale.ROOT)));
    }
}
