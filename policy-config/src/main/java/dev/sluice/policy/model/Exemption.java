package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.time.LocalDate;

/** A partner that a forbid of the whole shop does not bind, up to and including a day in UTC. */
public record Exemption(Named partner, LocalDate until, String approvedBy, String why, SourceLocation location) {}
