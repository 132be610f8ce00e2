package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import org.jspecify.annotations.Nullable;

/** {@code kind: Role}: an own word for what partners do for the shop. */
public record OwnRole(Named id, @Nullable String why, SourceLocation location) {}
