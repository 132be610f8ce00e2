package dev.sluice.gateway.enforce;

import dev.sluice.gateway.partner.PartnerRegistry;
import dev.sluice.policy.decision.DecisionPoint;

/**
 * What is in force: one bundle's decisions and its partners. An exchange takes it once and keeps it (semantics B13).
 */
public record Rulebook(DecisionPoint decisions, PartnerRegistry partners) {}
