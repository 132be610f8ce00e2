package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;

/**
 * Where a fact stands in a record, or in the document.
 *
 * @param ofName the fact is the name of the member that the path leads to, not its value
 */
public record Place(Path path, boolean ofName, SourceLocation location) {}
