package dev.sluice.policy.parse;

import dev.sluice.policy.model.FormSpec;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a pipeline has made of a value so far, as far as that can be known without the value. */
enum PipelineValue {
    ORIGINAL("the original value"),
    TEXT("a changed text"),
    NUMBER("a rounded number"),
    ADDRESS("a network address"),
    OPAQUE("a hash, pseudonym or token, of which no part means anything"),
    SEALED("an encrypted value");

    private final String noun;

    PipelineValue(String noun) {
        this.noun = noun;
    }

    String noun() {
        return noun;
    }

    /** What a step makes of this, or nothing if it cannot follow. */
    Optional<PipelineValue> after(FormSpec step) {
        if (this == SEALED) {
            return Optional.empty();
        }
        if (step instanceof FormSpec.Encrypt) {
            return Optional.of(SEALED);
        }
        if (this == OPAQUE) {
            return Optional.empty();
        }
        if (step instanceof FormSpec.Keyed) {
            return Optional.of(OPAQUE);
        }
        if (step instanceof FormSpec.Mask || step instanceof FormSpec.Initial || step instanceof FormSpec.Truncate) {
            return Optional.of(TEXT);
        }
        return ofKind(step);
    }

    /** Steps that need a certain kind of value. */
    private Optional<PipelineValue> ofKind(FormSpec step) {
        if (step instanceof FormSpec.IpTruncate) {
            return this == ORIGINAL || this == ADDRESS ? Optional.of(ADDRESS) : Optional.empty();
        }
        if (step instanceof FormSpec.Round || step instanceof FormSpec.Bucket) {
            PipelineValue made = step instanceof FormSpec.Round ? NUMBER : TEXT;
            return this == ORIGINAL || this == NUMBER ? Optional.of(made) : Optional.empty();
        }
        if (this != ORIGINAL) {
            return Optional.empty();
        }
        if (step instanceof FormSpec.MatchHash) {
            return Optional.of(OPAQUE);
        }
        boolean coarser = step instanceof FormSpec.MaskEmail
                || step instanceof FormSpec.DatePart
                || step instanceof FormSpec.AgeBand;
        return coarser ? Optional.of(TEXT) : Optional.empty();
    }

    static @Nullable String help(FormSpec step) {
        if (step instanceof FormSpec.AsIs || step instanceof FormSpec.Replace || step instanceof FormSpec.Nullify) {
            return "`as_is`, `replace` and `nullify` stand alone";
        }
        if (step instanceof FormSpec.MaskEmail
                || step instanceof FormSpec.DatePart
                || step instanceof FormSpec.AgeBand
                || step instanceof FormSpec.MatchHash) {
            return "it reads the original value: let it stand first";
        }
        return "`encrypt` stands last, hashes, pseudonyms and tokens last but for it";
    }
}
