/**
 * Connections to the services behind the gateway: pools per event loop, one outstanding request on a connection,
 * timeouts. Hides HTTP towards the upstream; answers come back through {@link
 * dev.sluice.gateway.upstream.UpstreamResponseListener}.
 */
@NullMarked
package dev.sluice.gateway.upstream;

import org.jspecify.annotations.NullMarked;
