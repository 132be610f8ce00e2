package dev.sluice.gateway.bundle;

import dev.sluice.gateway.config.WatchedKeys;
import dev.sluice.policy.diagnostic.Problem;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log that keys have changed or could not be read: their ids and files, never a key. */
public final class KeyLog implements WatchedKeys.Listener {

    private static final Logger LOG = LoggerFactory.getLogger("sluice.keys");

    @Override
    public void read(List<String> changed) {
        LOG.info("keys read changed={}", changed.isEmpty() ? "-" : String.join(",", changed));
    }

    @Override
    public void refused(List<Problem> problems) {
        LOG.error("keys refused errors={}; those that were read before stay in use", problems.size());
        for (Problem problem : problems) {
            LOG.error("key problem {}", ProblemLine.of(problem));
        }
    }
}
