package dev.sluice.policy.compile;

import dev.sluice.policy.evaluate.Check;
import dev.sluice.policy.evaluate.Checks;
import dev.sluice.policy.evaluate.FactNeeds;
import dev.sluice.policy.evaluate.Gate;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Condition;
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

    GateTable(CompiledCatalog catalog, String purpose) {
        this.conditions = new ConditionCompiler(catalog, purpose);
    }

    /** The gate of a legal ground. @param purpose the policy's */
    int basis(Basis basis, String purpose) {
        if (!(basis instanceof Basis.OfConsent consent)) {
            return Gate.NONE;
        }
        ConditionCompiler.Keyed check = conditions.basis(consent.consent(), purpose);
        return add("basis " + check.key(), Gate.requires(check.check()));
    }

    /** The gate of conditions that must all be true. */
    int share(List<Condition> all, String purpose) {
        if (all.isEmpty()) {
            return Gate.NONE;
        }
        ConditionCompiler.Keyed check = conditions.all(all, purpose);
        return add("share " + check.key(), Gate.requires(check.check()));
    }

    /** The gate of the customer's handle. */
    int identity() {
        Check known = Checks.customerKnown();
        return add("identity", Gate.requires(known));
    }

    /** The gate of a protect or forbid. */
    int cut(@Nullable Condition when, @Nullable Condition unless, String purpose) {
        if (when == null && unless == null) {
            return Gate.NONE;
        }
        ConditionCompiler.Keyed holds = when == null ? null : conditions.compile(when, purpose);
        ConditionCompiler.Keyed frees = unless == null ? null : conditions.compile(unless, purpose);
        String key = "cut " + (holds == null ? "" : holds.key()) + " unless " + (frees == null ? "" : frees.key());
        return add(key, Gate.holds(holds == null ? null : holds.check(), frees == null ? null : frees.check()));
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
