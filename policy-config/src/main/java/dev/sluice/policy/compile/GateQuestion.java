package dev.sluice.policy.compile;

import dev.sluice.policy.evaluate.Gate;
import dev.sluice.policy.model.Condition;
import java.time.LocalDate;
import java.util.List;

/**
 * What one gate of a plan asks of the customer.
 *
 * @param conditions those that its answer rests on
 * @param consents the consents among them, and those of its legal ground
 * @param lastDays days after which it answers another
 * @param identity whether it asks if the customer is known
 */
public record GateQuestion(
        Gate gate,
        List<Condition> conditions,
        List<AskedConsent> consents,
        List<LocalDate> lastDays,
        boolean identity) {

    public GateQuestion {
        conditions = List.copyOf(conditions);
        consents = List.copyOf(consents);
        lastDays = List.copyOf(lastDays);
    }
}
