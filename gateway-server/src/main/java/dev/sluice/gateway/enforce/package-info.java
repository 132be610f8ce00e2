/**
 * The enforcement point: brings a body, its route and its caller together with the decision point, and drives the JSON engine. Hides
 * when records are decided and what is held until then.
 */
@NullMarked
package dev.sluice.gateway.enforce;

import org.jspecify.annotations.NullMarked;
