package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.model.PipelineStep.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form as the author wrote it, with all that is known of it without a value: how much it leaves, how it stands to others
 * of its kind, what it follows in a list, and what it is called (semantics B10 and D). {@code policy.form} makes it work.
 */
public sealed interface FormSpec {

    /** What holds of it whatever the value. */
    FormTraits traits();

    /**
     * Whether it tells all that another, which leaves as much, tells of the same value, and more. Of forms that say nothing
     * of each other neither is milder, so they cannot meet.
     */
    default boolean tellsMoreThan(FormSpec other) {
        return false;
    }

    /** The word of the policy language. */
    default String word() {
        return word(getClass());
    }

    /** The word of the policy language for all forms of one kind. */
    static String word(Class<? extends FormSpec> kind) {
        return TypeWord.of(kind);
    }

    record AsIs() implements FormSpec {
        @Override
        public FormTraits traits() {
            return new FormTraits(Left.ALL, PipelineStep.ALONE, "as it is");
        }
    }

    record Replace(FactValue with) implements FormSpec {
        @Override
        public FormTraits traits() {
            return new FormTraits(
                    Left.NOTHING,
                    PipelineStep.ALONE,
                    "replaced by " + (with.kind() == FactValue.Kind.STRING ? "`" + with.text() + "`" : with.text()));
        }
    }

    record Nullify() implements FormSpec {
        @Override
        public FormTraits traits() {
            return new FormTraits(Left.NOTHING, PipelineStep.ALONE, "as null");
        }
    }

    record Mask(int keepFirst, int keepLast) implements FormSpec {
        @Override
        public FormTraits traits() {
            return new FormTraits(Left.PART, PipelineStep.OF_ANYTHING, "masked" + kept());
        }

        private String kept() {
            if (keepFirst == 0 && keepLast == 0) {
                return "";
            }
            String head = keepFirst == 0 ? "" : "the first " + characters(keepFirst);
            String tail = keepLast == 0 ? "" : "the last " + characters(keepLast);
            return " but for " + head + (keepFirst == 0 || keepLast == 0 ? "" : " and ") + tail;
        }

        @Override
        public boolean tellsMoreThan(FormSpec other) {
            return other instanceof Mask mask
                    && !equals(mask)
                    && keepFirst >= mask.keepFirst
                    && keepLast >= mask.keepLast;
        }
    }

    /** {@code mask_email: { keep: domain }}; without it the domain is masked too. */
    record MaskEmail(boolean keepDomain) implements FormSpec {
        @Override
        public FormTraits traits() {
            return new FormTraits(
                    Left.PART,
                    PipelineStep.OF_THE_ORIGINAL,
                    "as a masked address" + (keepDomain ? " with its domain" : ""));
        }

        @Override
        public boolean tellsMoreThan(FormSpec other) {
            return other instanceof MaskEmail mask && keepDomain && !mask.keepDomain;
        }
    }

    record Initial() implements FormSpec {
        @Override
        public FormTraits traits() {
            return new FormTraits(Left.PART, PipelineStep.OF_ANYTHING, "as an initial");
        }
    }

    record Truncate(int keepFirst) implements FormSpec {
        @Override
        public FormTraits traits() {
            return new FormTraits(Left.PART, PipelineStep.OF_ANYTHING, "cut to its first " + characters(keepFirst));
        }

        @Override
        public boolean tellsMoreThan(FormSpec other) {
            return other instanceof Truncate truncate && keepFirst > truncate.keepFirst;
        }
    }

    record DatePart(Part part) implements FormSpec {
        /** From the finest to the coarsest. */
        public enum Part {
            MONTH,
            QUARTER,
            YEAR,
            DECADE
        }

        @Override
        public FormTraits traits() {
            return new FormTraits(
                    Left.PART,
                    PipelineStep.OF_THE_ORIGINAL,
                    "as its " + part.name().toLowerCase(Locale.ROOT));
        }

        @Override
        public boolean tellsMoreThan(FormSpec other) {
            return other instanceof DatePart date && part.compareTo(date.part) < 0;
        }
    }

    record AgeBand(List<Integer> bounds) implements FormSpec {
        public AgeBand {
            bounds = List.copyOf(bounds);
        }

        @Override
        public FormTraits traits() {
            return new FormTraits(
                    Left.PART, PipelineStep.OF_THE_ORIGINAL, "as an age band (from " + Listing.and(bounds) + " years)");
        }

        @Override
        public boolean tellsMoreThan(FormSpec other) {
            return other instanceof AgeBand band && !equals(band) && bounds.containsAll(band.bounds);
        }
    }

    /** @param to a positive decimal literal: values become multiples of it */
    record Round(String to) implements FormSpec {
        @Override
        public FormTraits traits() {
            return new FormTraits(Left.PART, PipelineStep.of(Value.NUMBER, Value.NUMBER), "rounded to " + to);
        }

        @Override
        public boolean tellsMoreThan(FormSpec other) {
            return other instanceof Round round && new BigDecimal(to).compareTo(new BigDecimal(round.to)) < 0;
        }
    }

    /** @param bounds ascending decimal literals */
    record Bucket(List<String> bounds) implements FormSpec {
        public Bucket {
            bounds = List.copyOf(bounds);
        }

        @Override
        public FormTraits traits() {
            return new FormTraits(
                    Left.PART,
                    PipelineStep.of(Value.NUMBER, Value.TEXT),
                    "as a range (from " + Listing.and(bounds) + ")");
        }

        @Override
        public boolean tellsMoreThan(FormSpec other) {
            return other instanceof Bucket bucket && !equals(bucket) && bounds.containsAll(bucket.bounds);
        }
    }

    /** @param v4 how many bits of an IPv4 address stay @param v6 of an IPv6 address */
    record IpTruncate(int v4, int v6) implements FormSpec {
        @Override
        public FormTraits traits() {
            return new FormTraits(
                    Left.PART,
                    PipelineStep.of(Value.ADDRESS, Value.ADDRESS),
                    "as its network (" + v4 + " bits of IPv4, " + v6 + " of IPv6)");
        }

        @Override
        public boolean tellsMoreThan(FormSpec other) {
            return other instanceof IpTruncate ip && !equals(ip) && v4 >= ip.v4 && v6 >= ip.v6;
        }
    }

    record MatchHash(Profile profile) implements FormSpec {
        /** Whose rules make a value comparable before it is hashed. */
        public enum Profile {
            GOOGLE,
            META
        }

        @Override
        public FormTraits traits() {
            return new FormTraits(
                    Left.GUESSABLE,
                    PipelineStep.of(Value.ORIGINAL, Value.OPAQUE),
                    "as a hash that " + (profile == Profile.GOOGLE ? "Google" : "Meta") + " can match");
        }
    }

    /** An envelope for the partner alone, around the form that wins. */
    record Encrypt() implements FormSpec {
        @Override
        public FormTraits traits() {
            return new FormTraits(Left.ALL, PipelineStep.SEALING, "encrypted to the partner");
        }
    }

    /** Several forms applied in turn. @param steps at least two */
    record Pipeline(List<FormSpec> steps) implements FormSpec {
        public Pipeline {
            steps = List.copyOf(steps);
        }

        @Override
        public FormTraits traits() {
            List<FormTraits> each = steps.stream().map(FormSpec::traits).toList();
            Left left = each.stream().map(FormTraits::left).max(Left::compareTo).orElse(Left.ALL);
            String text = each.stream().map(FormTraits::text).collect(Collectors.joining(", then "));
            return new FormTraits(left, PipelineStep.ALONE, text);
        }

        @Override
        public String word() {
            return steps.stream().map(FormSpec::word).collect(Collectors.joining(", "));
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

        /** What can be turned back tells more than the pseudonym of the same domain. */
        @Override
        default boolean tellsMoreThan(FormSpec other) {
            String own = domain();
            return other instanceof Pseudonym pseudonym
                    && !(this instanceof Pseudonym)
                    && own != null
                    && own.equals(pseudonym.domain());
        }
    }

    record Pseudonym(@Nullable Named key, @Nullable String domain) implements Keyed {
        @Override
        public Pseudonym with(Named usedKey, String usedDomain) {
            return new Pseudonym(usedKey, usedDomain);
        }

        @Override
        public FormTraits traits() {
            return new FormTraits(Left.PART, PipelineStep.KEYED, "as a pseudonym of this partner");
        }
    }

    record Tokenize(@Nullable Named key, @Nullable String domain) implements Keyed {
        @Override
        public Tokenize with(Named usedKey, String usedDomain) {
            return new Tokenize(usedKey, usedDomain);
        }

        @Override
        public FormTraits traits() {
            return new FormTraits(Left.PART, PipelineStep.KEYED, "as a token of this partner");
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

        @Override
        public FormTraits traits() {
            return new FormTraits(Left.PART, PipelineStep.KEYED, "encrypted in its own format");
        }
    }

    private static String characters(int count) {
        return count == 1 ? "character" : count + " characters";
    }
}
