package dev.sluice.policy.decision;

/**
 * Which bundle decided.
 *
 * @param sources hex SHA-256 over the bundle's files: any change changes it
 * @param meaning hex SHA-256 over the compiled form: a changed comment does not change it
 */
public record PolicyVersion(String sources, String meaning) {

    /** The first twelve digits of the sources' digest, for logs and metrics. */
    public String brief() {
        return sources.substring(0, Math.min(12, sources.length()));
    }
}
