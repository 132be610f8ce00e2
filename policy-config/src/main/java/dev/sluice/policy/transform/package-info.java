/**
 * The forms that do one thing to a value, one file each: its word and how it is read, how much it leaves and what it
 * follows, its plain English, and how the working form is made. {@link dev.sluice.policy.transform.Transforms} lists them;
 * all others know {@link dev.sluice.policy.transform.Transform} only. Hides which forms there are.
 */
@NullMarked
package dev.sluice.policy.transform;

import org.jspecify.annotations.NullMarked;
