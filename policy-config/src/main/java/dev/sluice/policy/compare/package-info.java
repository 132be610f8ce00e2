/**
 * What a change of a bundle changes: two bundles decided side by side for every customer that could be, partner by
 * partner, purpose by purpose and place by place. Hides how the trees of two catalogs are laid over each other and how
 * the facts of both are cut at once, so that no cell straddles a bound of either; nothing is skipped, and past the bound
 * the comparison is refused.
 */
@NullMarked
package dev.sluice.policy.compare;

import org.jspecify.annotations.NullMarked;
