/**
 * What traffic held that no catalog knows: how often, and where. Never a value; a name only once so many customers' records
 * held it that it cannot be about one of them (semantics B11).
 */
@NullMarked
package dev.sluice.gateway.drift;

import org.jspecify.annotations.NullMarked;
