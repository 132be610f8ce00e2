/**
 * What a change of a bundle changes, told to those who review it, to programs, and to the partner whom it concerns. Hides
 * how changes are put into sentences; what they are is found in {@code policy.compare}.
 */
@NullMarked
package dev.sluice.gateway.comparison;

import org.jspecify.annotations.NullMarked;
