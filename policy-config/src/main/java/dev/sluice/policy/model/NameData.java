package dev.sluice.policy.model;

import org.jspecify.annotations.Nullable;

/**
 * What a member's name is where names are data (semantics B11).
 *
 * @param category the name's category, or null if it is not personal
 * @param why the reason given for {@code not_personal}, or null
 */
public record NameData(@Nullable Named category, @Nullable String why) {}
