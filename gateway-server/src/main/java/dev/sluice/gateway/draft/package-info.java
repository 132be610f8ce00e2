/**
 * A first draft of a catalog, made from sample documents for a person to finish. Remembers of a sample how it is
 * built and what its
 * values look like, never a value and never a name that may be one.
 */
@NullMarked
package dev.sluice.gateway.draft;

import org.jspecify.annotations.NullMarked;
