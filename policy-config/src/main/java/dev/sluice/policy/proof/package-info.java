/**
 * Promises proven before a bundle goes live (semantics B15): for each invariant and each kind of partner, purpose
 * and catalog, all
 * worlds are walked and decided by the very gates and rules that decide customers. Hides the search for a
 * counterexample that a
 * person can picture.
 */
@NullMarked
package dev.sluice.policy.proof;

import org.jspecify.annotations.NullMarked;
