package dev.sluice.policy.condition;

import dev.sluice.policy.decision.Ternary;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Days in UTC at the exchange's instant, both inclusive. @param from null for ever @param until null for ever */
public record Valid(@Nullable LocalDate from, @Nullable LocalDate until, SourceLocation location) implements Term {

    static final TermWord WORD = new TermWord("valid", Valid::read);

    private static Optional<Condition> read(YamlNode value, SourceLocation location, Reading reading) {
        return reading.expect().map(value, "`valid`").flatMap(map -> days(map, location, reading));
    }

    private static Optional<Condition> days(YamlMap map, SourceLocation location, Reading reading) {
        YamlFields fields = reading.fields(map, "days");
        Optional<LocalDate> from = fields.text("from").flatMap(text -> reading.day(text, "`from`"));
        Optional<LocalDate> until = fields.text("until").flatMap(text -> reading.day(text, "`until`"));
        fields.rejectOthers();
        if (map.entries().isEmpty()) {
            reading.problems().error("missing-key", location, "`valid` has neither `from` nor `until`", null);
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            reading.problems()
                    .error(
                            "wrong-value",
                            location,
                            "`valid` ends on " + until.get() + ", before it begins on " + from.get(),
                            "both days belong to it");
        }
        boolean some = from.isPresent() || until.isPresent();
        return some ? Optional.of(new Valid(from.orElse(null), until.orElse(null), location)) : Optional.empty();
    }

    @Override
    public KeyedCheck check(FactSource facts) {
        LocalDate first = from == null ? LocalDate.MIN : from;
        LocalDate last = until == null ? LocalDate.MAX : until;
        return new KeyedCheck(
                Checks.daily(day -> Ternary.of(!day.isBefore(first) && !day.isAfter(last))),
                "valid " + first + " " + last);
    }

    @Override
    public String clause(boolean holds) {
        String begin = holds ? "it is " : "it is not ";
        if (from == null) {
            return begin + "on or before " + until;
        }
        return until == null ? begin + "on or after " + from : begin + "from " + from + " to " + until;
    }

    @Override
    public void cut(FactCuts cuts) {
        if (from != null) {
            cuts.firstDay(from);
        }
        if (until != null) {
            cuts.lastDay(until);
        }
    }

    @Override
    public boolean mayBeOver() {
        return true;
    }
}
