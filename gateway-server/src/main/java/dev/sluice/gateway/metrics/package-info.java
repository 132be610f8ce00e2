/** Every meter's name and labels, in one place. Hides the registry; labels come from configuration and enums only. */
@NullMarked
package dev.sluice.gateway.metrics;

import org.jspecify.annotations.NullMarked;
