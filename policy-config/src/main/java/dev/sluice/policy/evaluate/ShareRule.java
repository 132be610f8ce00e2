package dev.sluice.policy.evaluate;

/**
 * One share of one plan. Its gates are numbers in the plan, or {@link Gate#NONE}.
 *
 * @param policy the policy's number in the plan
 * @param basis its legal ground
 * @param condition what its policy and rule ask of the customer
 * @param identity for the customer's handle: that the customer is known
 * @param reason the reason that says it shares; three more follow, why it does not
 */
public record ShareRule(int policy, int basis, int condition, int identity, int reason) {

    /** How many reasons each share has. */
    public static final int REASONS = 4;

    int noConsent() {
        return reason + 1;
    }

    int conditionNotMet() {
        return reason + 2;
    }

    int rowNeedMissing() {
        return reason + 3;
    }
}
