/**
 * Everything that can go wrong with an exchange, as one enum, and how it is told. Hides the wording and the problem
 * document.
 */
@NullMarked
package dev.sluice.gateway.failure;

import org.jspecify.annotations.NullMarked;
