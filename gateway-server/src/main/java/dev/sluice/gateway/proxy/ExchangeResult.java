package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.Disclosed;
import dev.sluice.gateway.failure.Failure;
import org.jspecify.annotations.Nullable;

/**
 * How an exchange ended.
 *
 * @param failure what went wrong or was refused, or null
 * @param bytesIn bytes of the judged body as they arrived
 */
record ExchangeResult(@Nullable Failure failure, long bytesIn, Disclosed disclosed) {}
