package dev.sluice.gateway.server;

import dev.sluice.gateway.admin.AdminApi;
import dev.sluice.gateway.drift.Drift;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What operators are served beside the exchanges.
 *
 * @param metrics all meters in Prometheus' text format
 * @param readiness what an operator must know though exchanges are served, as lines; empty when all is well
 * @param drift told what no catalog knows
 * @param admin the admin API, or null where it has no listener
 */
public record Operators(
        Supplier<String> metrics,
        Supplier<String> readiness,
        Drift drift,
        @Nullable AdminApi admin) {}
