/**
 * The enforcement point: joins partner, route, decision and JSON engine for one body, bytes in and permitted bytes
 * out. Hides content codings, when records are decided, engines and their reuse; knows no channel and no thread.
 */
@NullMarked
package dev.sluice.gateway.enforce;

import org.jspecify.annotations.NullMarked;
