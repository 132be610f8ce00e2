package dev.sluice.gateway.proxy;

import dev.sluice.policy.decision.PolicyVersion;

/**
 * Told to every connection: exchanges that are judged by another version than this one end now.
 *
 * @param inForce the version whose exchanges go on
 */
public record VersionEnded(PolicyVersion inForce) {}
