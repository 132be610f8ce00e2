package dev.sluice.gateway.failure;

/** On whose side a failure lies. */
public enum Party {
    /** Who called the gateway. */
    CLIENT,
    /** The bundle or the gateway's own file says no. */
    POLICY,
    /** The gateway itself. */
    GATEWAY,
    /** The service behind the gateway. */
    UPSTREAM
}
