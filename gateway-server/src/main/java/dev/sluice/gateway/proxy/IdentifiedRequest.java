package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.Rulebook;
import dev.sluice.gateway.partner.Partner;
import org.jspecify.annotations.Nullable;

/**
 * A request whose caller is known.
 *
 * @param caller the partner, or null if it is the shop
 * @param rulebook what is in force, taken once for the whole exchange
 */
record IdentifiedRequest(RequestHead head, @Nullable Partner caller, Rulebook rulebook) {}
