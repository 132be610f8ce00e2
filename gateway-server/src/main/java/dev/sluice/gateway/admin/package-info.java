/**
 * What operators ask of a running gateway, on a listener of its own: a bearer token, JSON answers, problem documents. Hides
 * HTTP from the endpoints; each of them is one class.
 */
@NullMarked
package dev.sluice.gateway.admin;

import org.jspecify.annotations.NullMarked;
