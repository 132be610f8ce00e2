package dev.sluice.policy.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A form as the author wrote it; {@code policy.form} makes it work, {@code policy.compile} orders it (semantics B10 and
 * D).
 */
public sealed interface FormSpec {

    record AsIs() implements FormSpec {}

    record Replace(FactValue with) implements FormSpec {}

    record Nullify() implements FormSpec {}

    record Mask(int keepFirst, int keepLast) implements FormSpec {}

    /** {@code mask_email: { keep: domain }}; without it the domain is masked too. */
    record MaskEmail(boolean keepDomain) implements FormSpec {}

    record Initial() implements FormSpec {}

    record Truncate(int keepFirst) implements FormSpec {}

    record DatePart(Part part) implements FormSpec {
        /** From the finest to the coarsest. */
        public enum Part {
            MONTH,
            QUARTER,
            YEAR,
            DECADE
        }
    }

    record AgeBand(List<Integer> bounds) implements FormSpec {
        public AgeBand {
            bounds = List.copyOf(bounds);
        }
    }

    /** @param to a positive decimal literal: values become multiples of it */
    record Round(String to) implements FormSpec {}

    /** @param bounds ascending decimal literals */
    record Bucket(List<String> bounds) implements FormSpec {
        public Bucket {
            bounds = List.copyOf(bounds);
        }
    }

    /** @param v4 how many bits of an IPv4 address stay @param v6 of an IPv6 address */
    record IpTruncate(int v4, int v6) implements FormSpec {}

    record MatchHash(Profile profile) implements FormSpec {
        /** Whose rules make a value comparable before it is hashed. */
        public enum Profile {
            GOOGLE,
            META
        }
    }

    /** An envelope for the partner alone, around the form that wins. */
    record Encrypt() implements FormSpec {}

    /** Several forms applied in turn. @param steps at least two */
    record Pipeline(List<FormSpec> steps) implements FormSpec {
        public Pipeline {
            steps = List.copyOf(steps);
        }
    }

    /** A form made with a key of the gateway. */
    sealed interface Keyed extends FormSpec {

        /** Null for the only key there is. */
        @Nullable Named key();

        /** What kind of value it is: values of different domains never meet. Null for the field's first category. */
        @Nullable String domain();

        /** The same with its defaults filled in. */
        Keyed with(Named key, String domain);
    }

    record Pseudonym(@Nullable Named key, @Nullable String domain) implements Keyed {
        @Override
        public Pseudonym with(Named usedKey, String usedDomain) {
            return new Pseudonym(usedKey, usedDomain);
        }
    }

    record Tokenize(@Nullable Named key, @Nullable String domain) implements Keyed {
        @Override
        public Tokenize with(Named usedKey, String usedDomain) {
            return new Tokenize(usedKey, usedDomain);
        }
    }

    /**
     * @param alphabet the characters that are encrypted, each once
     * @param keepOthers whether other characters stay where they are; else a text that has one cannot be encrypted
     */
    record Fpe(@Nullable Named key, @Nullable String domain, String alphabet, boolean keepOthers) implements Keyed {
        @Override
        public Fpe with(Named usedKey, String usedDomain) {
            return new Fpe(usedKey, usedDomain, alphabet, keepOthers);
        }
    }
}
