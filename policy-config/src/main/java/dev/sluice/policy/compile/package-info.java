/**
 * Turns a bundle's model into what decides: catalogs into trees, policies into plans. Every error that a bundle can
 * have beyond
 * its words is found here, at load. Hides the subset construction and the order of forms.
 */
@NullMarked
package dev.sluice.policy.compile;

import org.jspecify.annotations.NullMarked;
