/** Bundles on disk: which files belong to one, how they become a decision point, and how two of them are told apart. */
@NullMarked
package dev.sluice.policy.repository;

import org.jspecify.annotations.NullMarked;
