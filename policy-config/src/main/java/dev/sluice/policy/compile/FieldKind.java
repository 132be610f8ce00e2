package dev.sluice.policy.compile;

import dev.sluice.policy.form.MatchIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * What a form must know of the field that it stands on.
 *
 * @param email whether it holds e-mail addresses
 * @param identifier what ad platforms match people by, or null if it is none of that
 */
record FieldKind(boolean email, @Nullable MatchIdentifier identifier) {}
