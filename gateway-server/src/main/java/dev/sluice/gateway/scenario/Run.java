package dev.sluice.gateway.scenario;

import dev.sluice.gateway.enforce.StreamEnforcer;
import dev.sluice.gateway.json.Framing;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.gateway.json.MalformedJsonException;
import dev.sluice.policy.decision.DecisionPoint.TracedDisclosure;
import dev.sluice.policy.decision.RuleTrace;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What came of a test's input. */
record Run(byte[] output, RuleTrace trace) {

    /** @throws MalformedJsonException if the input is not JSON */
    static Run of(TracedDisclosure traced, byte[] input, boolean lines) throws MalformedJsonException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try {
            new StreamEnforcer(traced.disclosure(), JsonLimits.DEFAULTS)
                    .run(lines ? Framing.LINES : Framing.DOCUMENT, new ByteArrayInputStream(input), output, read -> {});
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be read or written", e);
        }
        return new Run(output.toByteArray(), traced.trace());
    }
}
