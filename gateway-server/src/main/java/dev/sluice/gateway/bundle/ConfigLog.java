package dev.sluice.gateway.bundle;

import dev.sluice.policy.diagnostic.Problem;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log what of the gateway's own file may not be meant, such as a certificate that has ended. */
public final class ConfigLog {

    private static final Logger LOG = LoggerFactory.getLogger("sluice.config");

    private ConfigLog() {}

    public static void warnings(List<Problem> warnings) {
        for (Problem warning : warnings) {
            LOG.warn("config warning {}", ProblemLine.of(warning));
        }
    }
}
