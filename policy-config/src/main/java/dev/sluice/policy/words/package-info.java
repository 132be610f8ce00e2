/** Rules in plain English, for people who read them: conditions, legal grounds, cuts and forms. Hides the model's types. */
@NullMarked
package dev.sluice.policy.words;

import org.jspecify.annotations.NullMarked;
