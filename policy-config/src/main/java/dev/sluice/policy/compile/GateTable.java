package dev.sluice.policy.compile;

import dev.sluice.policy.condition.KeyedCheck;
import dev.sluice.policy.evaluate.Check;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.evaluate.FactNeeds;
import dev.sluice.policy.evaluate.Gate;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Partner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The gates of one plan, each distinct one once, and the facts that they ask for. */
final class GateTable {

    private static final String IDENTITY = "identity";

    private final ConditionCompiler conditions;
    private final Map<String, Integer> known = new LinkedHashMap<>();
    private final List<Gate> gates = new ArrayList<>();
    private final List<GateQuestion> questions = new ArrayList<>();

    GateTable(CompiledCatalog catalog, Partner partner, String purpose, Law law) {
        this.conditions = new ConditionCompiler(catalog, partner, purpose, law);
    }

    /** The gate of a legal ground. @param purpose the policy's */
    int basis(Basis basis, String purpose) {
        return conditions
                .basis(basis, purpose)
                .map(check -> add("basis " + check.key(), Gate.requires(check.check()), List.of(), List.of()))
                .orElse(Gate.NONE);
    }

    /** The gate of conditions that must all be true, up to a day. @param until null for ever */
    int share(List<Condition> all, @Nullable LocalDate until, String purpose) {
        List<KeyedCheck> parts = new ArrayList<>();
        if (!all.isEmpty()) {
            parts.add(conditions.all(all, purpose));
        }
        if (until != null) {
            parts.add(until(until));
        }
        if (parts.isEmpty()) {
            return Gate.NONE;
        }
        return add("share " + keys(parts), Gate.requires(Checks.all(checks(parts))), all, lastDay(until));
    }

    /** Has birth dates read whether or not a condition asks for them. */
    void askBirth() {
        conditions.askBirth();
    }

    /** The gate of the customer's handle. */
    int identity() {
        Check known = Checks.customerKnown();
        return add(IDENTITY, Gate.requires(known), List.of(), List.of());
    }

    /**
     * The gate of a protect or forbid.
     *
     * @param until its last day, null for ever
     * @param exempt the days up to which something frees from it
     */
    int cut(
            @Nullable Condition when,
            @Nullable Condition unless,
            @Nullable LocalDate until,
            List<LocalDate> exempt,
            String purpose) {
        List<KeyedCheck> holds = new ArrayList<>();
        List<KeyedCheck> frees = new ArrayList<>();
        if (when != null) {
            holds.add(conditions.compile(when, purpose));
        }
        if (until != null) {
            holds.add(until(until));
        }
        if (unless != null) {
            frees.add(conditions.compile(unless, purpose));
        }
        exempt.forEach(day -> frees.add(until(day)));
        if (holds.isEmpty() && frees.isEmpty()) {
            return Gate.NONE;
        }
        List<LocalDate> days = new ArrayList<>(exempt);
        days.addAll(lastDay(until));
        return add(
                "cut " + keys(holds) + " unless " + keys(frees),
                Gate.holds(
                        holds.isEmpty() ? null : Checks.all(checks(holds)),
                        frees.isEmpty() ? null : Checks.any(checks(frees))),
                Stream.of(when, unless).filter(Objects::nonNull).toList(),
                days);
    }

    private static KeyedCheck until(LocalDate day) {
        return new KeyedCheck(Checks.until(day), "until " + day);
    }

    private static List<Check> checks(List<KeyedCheck> parts) {
        return parts.stream().map(KeyedCheck::check).toList();
    }

    private static List<String> keys(List<KeyedCheck> parts) {
        return parts.stream().map(KeyedCheck::key).toList();
    }

    private static List<LocalDate> lastDay(@Nullable LocalDate until) {
        return until == null ? List.of() : List.of(until);
    }

    /** A condition by itself, which is no gate. */
    Check check(Condition condition, String purpose) {
        return conditions.compile(condition, purpose).check();
    }

    /** What each gate asks, in the order of the gates. */
    List<GateQuestion> questions() {
        return questions;
    }

    /** Equal for gates that always answer the same, in the order of the gates. */
    List<String> keys() {
        return List.copyOf(known.keySet());
    }

    List<Gate> gates() {
        return gates;
    }

    /** @param ids whether a form needs the customer's id @param country whether one needs the country */
    FactNeeds needs(boolean ids, boolean country) {
        return conditions.needs(ids, country);
    }

    private int add(String key, Gate gate, List<Condition> of, List<LocalDate> lastDays) {
        List<AskedConsent> consents = conditions.askedSince();
        Integer number = known.putIfAbsent(key, gates.size());
        if (number != null) {
            return number;
        }
        gates.add(gate);
        questions.add(new GateQuestion(gate, of, consents, lastDays, key.equals(IDENTITY)));
        return gates.size() - 1;
    }
}
