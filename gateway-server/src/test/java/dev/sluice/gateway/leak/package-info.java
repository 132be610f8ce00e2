/**
 * Proof on documents in real shapes that nothing leaves which no policy shares: not in what a partner receives, nor in reports,
 * logs and metrics. Hides how documents are flattened and how their truth files are read.
 */
@NullMarked
package dev.sluice.gateway.leak;

import org.jspecify.annotations.NullMarked;
