package dev.sluice.gateway.proxy;

import dev.sluice.gateway.enforce.BodyFaultException;
import dev.sluice.gateway.failure.BodyFault;
import dev.sluice.gateway.failure.Failure;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One step over a body. Whatever goes wrong in it ends the exchange; nothing passes by accident. */
@FunctionalInterface
interface BodyStep {

    Logger LOG = LoggerFactory.getLogger("dev.sluice.gateway.proxy.Exchange");

    void run() throws BodyFaultException;

    /**
     * Takes the step.
     *
     * @param exchange the exchange's id, for the log
     * @param meaning what a fault means, depending on whose body it is
     * @param fail ends the exchange
     */
    static void guarded(BodyStep step, String exchange, Function<BodyFault, Failure> meaning, Consumer<Failure> fail) {
        try {
            step.run();
        } catch (BodyFaultException e) {
            fail.accept(meaning.apply(e.fault()));
        } catch (RuntimeException | StackOverflowError e) {
            LOG.error("exchange {} failed: {}", exchange, e.getClass().getName(), new Redacted(e));
            fail.accept(Failure.INTERNAL);
        }
    }
}
