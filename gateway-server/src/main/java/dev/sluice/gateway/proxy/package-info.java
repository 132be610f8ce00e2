/**
 * One HTTP exchange as callers see it: the handlers of a connection in order, header rules, backpressure, the
 * answer's framing. Hides Netty's view of HTTP; what may leave is decided in {@link dev.sluice.gateway.enforce}.
 */
@NullMarked
package dev.sluice.gateway.proxy;

import org.jspecify.annotations.NullMarked;
