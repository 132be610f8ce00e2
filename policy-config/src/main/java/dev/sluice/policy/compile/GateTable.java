package dev.sluice.policy.compile;

import dev.sluice.policy.evaluate.Check;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.evaluate.FactNeeds;
import dev.sluice.policy.evaluate.Gate;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Partner;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The gates of one plan, each distinct one once, and the facts that they ask for. */
final class GateTable {

    private final ConditionCompiler conditions;
    private final Map<String, Integer> known = new HashMap<>();
    private final List<Gate> gates = new ArrayList<>();

    GateTable(CompiledCatalog catalog, Partner partner, String purpose, Law law) {
        this.conditions = new ConditionCompiler(catalog, partner, purpose, law);
    }

    /** The gate of a legal ground. @param purpose the policy's */
    int basis(Basis basis, String purpose) {
        if (basis instanceof Basis.OfConsent consent) {
            ConditionCompiler.Keyed check = conditions.basis(consent.consent(), purpose);
            return add("basis " + check.key(), Gate.requires(check.check()));
        }
        if (basis instanceof Basis.LegitimateInterest || basis instanceof Basis.SoftOptIn) {
            ConditionCompiler.Keyed check = conditions.unopposed();
            return add("basis " + check.key(), Gate.requires(check.check()));
        }
        return Gate.NONE;
    }

    /** The gate of conditions that must all be true, up to a day. @param until null for ever */
    int share(List<Condition> all, @Nullable LocalDate until, String purpose) {
        List<ConditionCompiler.Keyed> parts = new ArrayList<>();
        if (!all.isEmpty()) {
            parts.add(conditions.all(all, purpose));
        }
        if (until != null) {
            parts.add(until(until));
        }
        if (parts.isEmpty()) {
            return Gate.NONE;
        }
        return add("share " + keys(parts), Gate.requires(Checks.all(checks(parts))));
    }

    /** Has birth dates read whether or not a condition asks for them. */
    void askBirth() {
        conditions.askBirth();
    }

    /** The gate of the customer's handle. */
    int identity() {
        Check known = Checks.customerKnown();
        return add("identity", Gate.requires(known));
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
        List<ConditionCompiler.Keyed> holds = new ArrayList<>();
        List<ConditionCompiler.Keyed> frees = new ArrayList<>();
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
        return add(
                "cut " + keys(holds) + " unless " + keys(frees),
                Gate.holds(
                        holds.isEmpty() ? null : Checks.all(checks(holds)),
                        frees.isEmpty() ? null : Checks.any(checks(frees))));
    }

    private static ConditionCompiler.Keyed until(LocalDate day) {
        return new ConditionCompiler.Keyed(Checks.until(day), "until " + day);
    }

    private static List<Check> checks(List<ConditionCompiler.Keyed> parts) {
        return parts.stream().map(ConditionCompiler.Keyed::check).toList();
    }

    private static List<String> keys(List<ConditionCompiler.Keyed> parts) {
        return parts.stream().map(ConditionCompiler.Keyed::key).toList();
    }

    List<Gate> gates() {
        return gates;
    }

    /** @param ids whether a form needs the customer's id @param country whether one needs the country */
    FactNeeds needs(boolean ids, boolean country) {
        return conditions.needs(ids, country);
    }

    private int add(String key, Gate gate) {
        Integer number = known.putIfAbsent(key, gates.size());
        if (number != null) {
            return number;
        }
        gates.add(gate);
        return gates.size() - 1;
    }
}
