/**
 * YAML nodes to the model. One class a kind of document or value, its keys in the order of the reference; hides YAML from
 * the rest, but for the conditions, which read themselves.
 */
@NullMarked
package dev.sluice.policy.parse;

import org.jspecify.annotations.NullMarked;
