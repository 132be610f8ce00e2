package dev.sluice.gateway.route;

/** Which body of an exchange is filtered. */
public enum Direction {
    /** A partner asks, the shop's answer is filtered. */
    PULL("pull"),
    /** The shop sends, its request is filtered. */
    PUSH("push");

    private final String word;

    Direction(String word) {
        this.word = word;
    }

    /** The word in the gateway's file, in logs and metrics. */
    public String word() {
        return word;
    }
}
