package dev.sluice.gateway.enforce;

/**
 * How far a compressed body may inflate.
 *
 * @param size most bytes that may come out
 * @param ratio most bytes out for each byte in, looked at once {@code free} bytes came out
 * @param free bytes that may come out whatever the ratio
 */
public record InflationLimits(long size, int ratio, long free) {

    /** At most 100 to 1 behind the first mebibyte. */
    public static InflationLimits ofSize(long size) {
        return new InflationLimits(size, 100, 1024 * 1024);
    }
}
