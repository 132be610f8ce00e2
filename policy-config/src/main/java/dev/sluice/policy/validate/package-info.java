/**
 * Checks over a whole bundle: everything that it says must be enforceable. One small check a file; hides which there
 * are.
 */
@NullMarked
package dev.sluice.policy.validate;

import org.jspecify.annotations.NullMarked;
