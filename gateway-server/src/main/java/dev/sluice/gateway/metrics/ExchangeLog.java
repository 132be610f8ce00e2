package dev.sluice.gateway.metrics;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each exchange, words and numbers only. Switched off by the level of the logger {@code
 * sluice.exchange}.
 */
public final class ExchangeLog implements ExchangeObserver {

    private static final Logger LOG = LoggerFactory.getLogger("sluice.exchange");
    private static final int LINE = 256;
    private static final int NANOS_PER_MICRO = 1000;

    @Override
    public void ended(ExchangeSummary summary) {
        if (LOG.isInfoEnabled()) {
            LOG.info(line(summary));
        }
    }

    static String line(ExchangeSummary summary) {
        StringBuilder line = new StringBuilder(LINE);
        line.append("exchange=").append(summary.id());
        word(line, " direction=", summary.direction());
        word(line, " partner=", summary.partner());
        word(line, " route=", summary.route());
        word(line, " purpose=", summary.purpose());
        word(line, " method=", summary.method());
        line.append(" status=").append(summary.status());
        word(line, " outcome=", summary.outcome());
        line.append(" cut=").append(summary.cut());
        line.append(" shared=").append(summary.recordsShared());
        line.append(" withheld=").append(summary.recordsWithheld());
        line.append(" in=").append(summary.bytesIn());
        line.append(" out=").append(summary.bytesOut());
        line.append(" micros=").append(summary.nanos() / NANOS_PER_MICRO);
        word(line, " policy=", summary.policy());
        if (summary.unreachable() != null) {
            word(line, " why=", summary.unreachable());
        }
        return line.toString();
    }

    private static void word(StringBuilder line, String key, @Nullable String word) {
        line.append(key).append(word == null ? "-" : word);
    }
}
