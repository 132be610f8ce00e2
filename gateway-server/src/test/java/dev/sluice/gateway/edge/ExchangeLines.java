package dev.sluice.gateway.edge;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/** What the log says of the exchanges of one test, a line each. */
final class ExchangeLines implements BeforeEachCallback, AfterEachCallback {

    private final Logger exchanges = (Logger) LoggerFactory.getLogger("sluice.exchange");
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @Override
    public void beforeEach(ExtensionContext context) {
        log.start();
        exchanges.setLevel(Level.INFO);
        exchanges.addAppender(log);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        exchanges.detachAppender(log);
        exchanges.setLevel(null);
    }

    List<String> all() {
        return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
