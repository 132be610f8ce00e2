/** The decision point's contract: who asks for what in, decisions with their reasons out. Hides how they are reached. */
@NullMarked
package dev.sluice.policy.decision;

import org.jspecify.annotations.NullMarked;
