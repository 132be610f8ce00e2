package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.Disclosed;
import dev.sluice.gateway.failure.Failure;
import dev.sluice.gateway.upstream.Unreachable;
import org.jspecify.annotations.Nullable;

/**
 * How an exchange ended.
 *
 * @param failure what went wrong or was refused, or null
 * @param bytesIn bytes of the judged body as they arrived
 * @param unreachable why no connection to the upstream came about, or null
 */
record ExchangeResult(
        @Nullable Failure failure,
        long bytesIn,
        Disclosed disclosed,
        @Nullable Unreachable unreachable) {}
