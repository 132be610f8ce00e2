/** The composition root: builds a running gateway out of its file and its bundle. Hides nothing; decides nothing. */
@NullMarked
package dev.sluice.gateway.app;

import org.jspecify.annotations.NullMarked;
