/**
 * The streaming JSON filter engine: bytes of a document in, permitted bytes out. It knows the compiled form of
 * decisions and
 * nothing else: no HTTP, no YAML, no futures. Hides how a document is walked, held and repaired.
 */
@NullMarked
package dev.sluice.gateway.json;

import org.jspecify.annotations.NullMarked;
