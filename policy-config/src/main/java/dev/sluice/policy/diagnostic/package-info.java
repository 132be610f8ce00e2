/** Problems of a bundle: code, place, message and help. Every stage adds to one list, so that all are told at once. */
@NullMarked
package dev.sluice.policy.diagnostic;

import org.jspecify.annotations.NullMarked;
