package dev.sluice.policy.compare;

import dev.sluice.policy.compile.BundlePlans;

/**
 * One of two bundles that are compared.
 *
 * @param serving what is handed out by it
 */
public record InForce(BundlePlans plans, Serving serving) {}
