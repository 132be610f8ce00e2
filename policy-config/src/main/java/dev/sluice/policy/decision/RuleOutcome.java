package dev.sluice.policy.decision;

/** What became of one rule for one record: the first five of a share, the last two of a protect or forbid. */
public enum RuleOutcome {
    GRANTED("granted"),
    NO_CONSENT("refused by consent"),
    CONDITION_NOT_MET("refused by condition"),
    NOBODY("refused, since the customer is not known"),
    ROW_NEED_MISSING("refused by a row need"),
    HELD("held"),
    FREED("freed");

    private final String text;

    RuleOutcome(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
