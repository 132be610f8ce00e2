/**
 * The conditions that ask one thing, one file each: its word and how it is read, its check, what it says in plain English,
 * what it cuts and which words it refuses. {@link dev.sluice.policy.condition.Terms} lists them; all others know
 * {@link dev.sluice.policy.condition.Term} only. Hides which conditions there are.
 */
@NullMarked
package dev.sluice.policy.condition;

import org.jspecify.annotations.NullMarked;
