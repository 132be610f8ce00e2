/** Listeners: bind, TLS, the pipeline of a connection, probes, drain. Hides transports and their native variants. */
@NullMarked
package dev.sluice.gateway.server;

import org.jspecify.annotations.NullMarked;
