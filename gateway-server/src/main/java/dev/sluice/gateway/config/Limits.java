package dev.sluice.gateway.config;

/**
 * What the gateway takes on at once.
 *
 * @param connections most open connections of callers
 * @param exchanges most exchanges under way
 * @param bodyInFlight most bytes of bodies that are held at once, in all exchanges together
 * @param record most bytes of one record; a larger one is withheld
 * @param window most bytes of records that wait for one decision together
 * @param inflated most bytes of one body after its content coding is undone
 */
public record Limits(int connections, int exchanges, long bodyInFlight, int record, int window, long inflated) {

    /** A quarter of the heap goes to bodies at most, since a full one would end the process. */
    public static final Limits DEFAULTS = new Limits(
            10_000, 1_000, Math.min(512L << 20, Runtime.getRuntime().maxMemory() / 4), 1 << 20, 256 << 10, 4L << 30);
}
