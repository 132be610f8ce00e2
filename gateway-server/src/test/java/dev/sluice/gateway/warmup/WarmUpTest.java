package dev.sluice.gateway.warmup;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sluice.gateway.app.PreparedGateway;
import dev.sluice.gateway.enforce.BodyFaultException;
import dev.sluice.gateway.partner.Partner;
import dev.sluice.gateway.route.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

@Timeout(30)
final class WarmUpTest {

    private final Logger logger = (Logger) LoggerFactory.getLogger(WarmUp.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @TempDir
    private Path directory;

    @BeforeEach
    void listen() {
        lines.start();
        logger.addAppender(lines);
        logger.setLevel(Level.INFO);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    @Test
    void endsByItselfAndSaysWhatItPlayed() throws Exception {
        // Given
        PreparedGateway gateway = ShopExample.gateway(directory);

        // When
        try (WarmUp warmUp = WarmUp.start(gateway.routes(), gateway.rulebook())) {
            warmUp.await();
        }

        // Then
        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .matches("warmed up: bodies=[1-9]\\d* bytes_left=[1-9]\\d* ms=\\d+"));
    }

    @Test
    void endsEarlyWhereItIsClosed() throws Exception {
        // Given
        PreparedGateway gateway = ShopExample.gateway(directory);
        WarmUp warmUp = WarmUp.start(gateway.routes(), gateway.rulebook());

        // When
        warmUp.close();

        // Then
        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage())
                        .startsWith("warmed up: bodies=")
                        .doesNotContain("bodies=1000"));
    }

    @Test
    void aBundleThatNoLongerKnowsTheRoutesIsNotPlayed() throws Exception {
        // Given
        PreparedGateway gateway = ShopExample.gateway(directory);
        Route known = gateway.routes().get(0);
        Route unknown = new Route(
                known.id(),
                known.direction(),
                known.partners(),
                known.methods(),
                known.path(),
                known.upstream(),
                "no-such-catalog",
                known.query(),
                known.purpose(),
                known.compressed());

        // When
        try (WarmUp warmUp = WarmUp.start(List.of(unknown), gateway.rulebook())) {
            warmUp.await();
        }

        // Then
        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> assertThat(line.getFormattedMessage()).startsWith("warmed up: bodies=0 "));
    }

    @Test
    void whatIsSharedAndWhatStaysBothCome() throws Exception {
        // Given
        PreparedGateway gateway = ShopExample.gateway(directory);
        Route route = gateway.routes().get(0);
        Partner partner = Objects.requireNonNull(gateway.rulebook().partners().find("mailwerk"));
        Part part = Part.of(gateway.rulebook(), partner, route, "marketing.communications.email")
                .orElseThrow();
        long bodies = part.bodies().stream().mapToLong(body -> body.length).sum();

        // When
        long left = played(part);

        // Then
        assertThat(left).isPositive().isLessThan(bodies);
    }

    private static long played(Part part) throws BodyFaultException {
        long left = 0;
        for (int time = 0; time * Part.BODIES_EACH < part.bodies().size(); time++) {
            left += part.play(time);
        }
        return left;
    }
}
