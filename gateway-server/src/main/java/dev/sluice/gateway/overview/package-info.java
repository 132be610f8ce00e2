/**
 * Who may get what by a bundle, whatever the customer: one category looked up, or all of them against all partners.
 * Hides how plans
 * are read; what it says is read off the plans that decide, not off the text of policies.
 */
@NullMarked
package dev.sluice.gateway.overview;

import org.jspecify.annotations.NullMarked;
