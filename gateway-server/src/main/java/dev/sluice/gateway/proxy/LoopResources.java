package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.EnginePool;
import dev.sluice.gateway.upstream.UpstreamPool;

/** What the exchanges of one event loop share: nobody else touches it, so nothing is locked. */
public record LoopResources(UpstreamPool upstreams, EnginePool engines) {}
