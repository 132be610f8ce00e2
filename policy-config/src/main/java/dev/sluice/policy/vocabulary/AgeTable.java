package dev.sluice.policy.vocabulary;

/** The ages that the law sets by country: the digital consent of GDPR Art. 8 and full age. */
public enum AgeTable {
    DIGITAL_CONSENT("digital_consent", 16),
    MAJORITY("majority", 18);

    private final String word;
    private final int otherwise;

    AgeTable(String word, int otherwise) {
        this.word = word;
        this.otherwise = otherwise;
    }

    /** Its name in the policy language. */
    public String word() {
        return word;
    }

    /** The age in a country without an entry. */
    public int otherwise() {
        return otherwise;
    }
}
