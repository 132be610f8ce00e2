package dev.sluice.gateway.scenario;

import dev.sluice.gateway.enforce.StreamEnforcer;
import dev.sluice.gateway.json.Framing;
import dev.sluice.gateway.json.JsonLimits;
import dev.sluice.gateway.json.MalformedJsonException;
import dev.sluice.gateway.json.RecordFault;
import dev.sluice.policy.decision.DecisionPoint.TracedDisclosure;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.RuleTrace;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.RecordVerdict;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What came of a test's input.
 *
 * @param records what became of its records, in document order
 */
record Run(byte[] output, RuleTrace trace, List<RecordFates.Fate> records) {

    Run {
        records = List.copyOf(records);
    }

    /** @throws MalformedJsonException if the input is not JSON */
    static Run of(TracedDisclosure traced, byte[] input, boolean lines) throws MalformedJsonException {
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        List<RecordFates.Fate> records = new ArrayList<>();
        try {
            new StreamEnforcer(traced.disclosure(), JsonLimits.DEFAULTS, noting(traced.disclosure(), records))
                    .run(lines ? Framing.LINES : Framing.DOCUMENT, new ByteArrayInputStream(input), output, read -> {});
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail to be read or written", e);
        }
        return new Run(output.toByteArray(), traced.trace(), records);
    }

    private static StreamEnforcer.Decider noting(Disclosure disclosure, List<RecordFates.Fate> records) {
        return (batch, faultOf) -> {
            RecordVerdict[] verdicts = disclosure.decide(batch);
            boolean[] left = new boolean[verdicts.length];
            for (int k = 0; k < verdicts.length; k++) {
                int around = batch.enclosing(k);
                left[k] = verdicts[k].decisions().leaves()
                        && faultOf.apply(k) == RecordFault.NONE
                        && (around == FieldTree.NONE || left[around]);
                records.add(new RecordFates.Fate(batch.begins(k), left[k]));
            }
            return verdicts;
        };
    }
}
