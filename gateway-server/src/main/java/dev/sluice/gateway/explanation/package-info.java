/**
 * Why each field of a record leaves or stays, and the smallest change that would make it leave. Hides how rules and
 * their answers are
 * joined; speaks of rules, places and answers, never of a value.
 */
@NullMarked
package dev.sluice.gateway.explanation;

import org.jspecify.annotations.NullMarked;
