package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * {@code kind: Category}: an own word for what data is.
 *
 * @param kindOf what it is a kind of ({@code is_a} in YAML); null for nothing that cuts on others would reach
 * @param why the reason given for {@code is_a: none}, or null
 */
public record OwnCategory(
        Named id, @Nullable Named kindOf, @Nullable String why, SourceLocation location) {}
