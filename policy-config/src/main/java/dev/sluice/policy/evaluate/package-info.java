/**
 * A compiled bundle at run time: reads a record's facts, answers conditions in three values, combines grants and cuts into
 * decisions and remembers them. Hides the consent algebra, merged persons and every cache.
 */
@NullMarked
package dev.sluice.policy.evaluate;

import org.jspecify.annotations.NullMarked;
