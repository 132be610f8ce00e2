package dev.sluice.policy.repository;

import java.time.Instant;

/**
 * A good bundle in the state directory.
 *
 * @param version hex SHA-256 over its files
 * @param lastInForce when it last came in force
 */
public record KeptBundle(String version, Instant lastInForce) {}
