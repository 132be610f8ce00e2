/**
 * Which resource a request means, where it goes and which catalog its body follows. Hides how paths are normalised and
 * matched.
 */
@NullMarked
package dev.sluice.gateway.route;

import org.jspecify.annotations.NullMarked;
