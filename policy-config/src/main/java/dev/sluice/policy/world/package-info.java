/**
 * The customers that could be: each fact that a plan's gates ask for is cut into cells that no condition can tell
 * apart, and a
 * world is one cell of each. Gates answer for a world as they answer for a real customer, so nothing is decided
 * twice. Hides how
 * the number of worlds is kept small: a condition is asked only of its own facts, cells that all gates answer alike
 * are one, and
 * past {@link dev.sluice.policy.world.Worlds#MOST} worlds nothing is skipped but the whole is refused.
 *
 * <p>Who wants to know what would change an outcome draws a plan's {@link dev.sluice.policy.world.Worlds}, walks
 * them, and takes
 * the one that differs in the fewest cells.
 */
@NullMarked
package dev.sluice.policy.world;

import org.jspecify.annotations.NullMarked;
