/**
 * What the maps of a bundle, and of the gateway's file, hold: their keys with types and descriptions, read from a
 * table. The one
 * source of the keys that parsers know and of the schema for editors.
 */
@NullMarked
package dev.sluice.policy.shape;

import org.jspecify.annotations.NullMarked;
