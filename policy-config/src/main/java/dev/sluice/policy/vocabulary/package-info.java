/**
 * The words that a bundle may use without declaring them: data categories, purposes, roles, channels, countries and
 * regions.
 * Hides where the lists come from and which spellings mean the same.
 */
@NullMarked
package dev.sluice.policy.vocabulary;

import org.jspecify.annotations.NullMarked;
