/**
 * Runs a bundle's tests through the engine and the decisions of the gateway, and tells what no test reaches. Hides
 * how documents
 * are read, compared and told apart; works on whole documents, as tests may.
 */
@NullMarked
package dev.sluice.gateway.scenario;

import org.jspecify.annotations.NullMarked;
