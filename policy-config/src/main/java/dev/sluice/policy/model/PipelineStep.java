package dev.sluice.policy.model;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A form as one step of several.
 *
 * @param takes what it can follow: what the steps before have made of the value, as far as that is known without it
 * @param makes what it makes of that
 */
public record PipelineStep(Set<Value> takes, Value makes) {

    /** Not with others. */
    public static final PipelineStep ALONE = new PipelineStep(Set.of(), Value.ORIGINAL);

    /** A text of whatever can still be read. */
    public static final PipelineStep OF_ANYTHING = new PipelineStep(readable(), Value.TEXT);

    /** A text of what nothing has changed. */
    public static final PipelineStep OF_THE_ORIGINAL = new PipelineStep(Set.of(Value.ORIGINAL), Value.TEXT);

    /** Something with a key, of whatever can still be read. */
    public static final PipelineStep KEYED = new PipelineStep(readable(), Value.OPAQUE);

    /** The last of all. */
    public static final PipelineStep SEALING =
            new PipelineStep(EnumSet.complementOf(EnumSet.of(Value.SEALED)), Value.SEALED);

    public PipelineStep {
        takes = Set.copyOf(takes);
    }

    /** What has become of a value. */
    public enum Value {
        ORIGINAL("the original value"),
        TEXT("a changed text"),
        NUMBER("a rounded number"),
        ADDRESS("a network address"),
        OPAQUE("a hash, pseudonym or token, of which no part means anything"),
        SEALED("an encrypted value");

        private final String noun;

        Value(String noun) {
            this.noun = noun;
        }

        public String noun() {
            return noun;
        }
    }

    /** Of the original, or what another form has made of the same kind. */
    public static PipelineStep of(Value kind, Value makes) {
        return new PipelineStep(EnumSet.of(Value.ORIGINAL, kind), makes);
    }

    private static Set<Value> readable() {
        return EnumSet.complementOf(EnumSet.of(Value.OPAQUE, Value.SEALED));
    }

    /** Where it may stand. */
    public @Nullable String help() {
        if (takes.isEmpty()) {
            return "`as_is`, `replace` and `nullify` stand alone";
        }
        return takes.equals(Set.of(Value.ORIGINAL))
                ? "it reads the original value: let it stand first"
                : "`encrypt` stands last, hashes, pseudonyms and tokens last but for it";
    }
}
