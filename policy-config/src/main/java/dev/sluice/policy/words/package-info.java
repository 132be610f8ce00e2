/** Rules in plain English, for people who read them: what they share, cut and rest on. Hides the model's types. */
@NullMarked
package dev.sluice.policy.words;

import org.jspecify.annotations.NullMarked;
