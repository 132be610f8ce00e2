/**
 * The forms in which a value may leave, one file each, and the keys of the keyed ones. Hides texts, arithmetic and key
 * derivation; none of it ever prints a value or a key.
 */
@NullMarked
package dev.sluice.policy.form;

import org.jspecify.annotations.NullMarked;
