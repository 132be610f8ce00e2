package dev.sluice.gateway.bundle;

/** What became of a look at the bundle's directory. The word is an answer's and a metric's. */
public enum ReloadOutcome {
    /** Another bundle is in force. */
    ACTIVATED("activated"),
    /** The directory holds what is in force. */
    UNCHANGED("unchanged"),
    /** What the directory holds has errors: what was in force stays. */
    REFUSED("refused"),
    /** A bundle is pinned: the directory is not looked at. */
    PINNED("pinned");

    private final String word;

    ReloadOutcome(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
