/** One bundle as immutable records, as its author wrote it; nothing here is compiled or checked. */
@NullMarked
package dev.sluice.policy.model;

import org.jspecify.annotations.NullMarked;
