/**
 * Which bundle is in force, and how another takes its place: checked against the routes, swapped in one step, kept on disk,
 * pinned by hand. Hides where bundles come from.
 */
@NullMarked
package dev.sluice.gateway.bundle;

import org.jspecify.annotations.NullMarked;
