package dev.sluice.gateway.metrics;

/** Hears how every exchange ended. Called on event loops; must not block. */
public interface ExchangeObserver {

    void ended(ExchangeSummary summary);
}
