package dev.sluice.gateway.proxy;

/** Told to every connection when a gateway that stops has waited long enough: what is under way ends now. */
public enum DrainEnded {
    /** There is nothing more to say. */
    NOW
}
