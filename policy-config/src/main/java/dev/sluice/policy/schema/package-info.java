/** The table of shapes as JSON Schema (draft-07), for editors. */
@NullMarked
package dev.sluice.policy.schema;

import org.jspecify.annotations.NullMarked;
