package dev.sluice.policy.words;

import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.FormSpec;
import java.util.Locale;
import java.util.stream.Collectors;

/** A form as what becomes of a value: {@code its first 2 characters}. */
public final class FormWords {

    private FormWords() {}

    /** The word of the policy language. */
    public static String word(FormSpec form) {
        if (form instanceof FormSpec.Pipeline pipeline) {
            return pipeline.steps().stream().map(FormWords::word).collect(Collectors.joining(", "));
        }
        return word(form.getClass());
    }

    /** The word of the policy language for all forms of one kind. */
    public static String word(Class<? extends FormSpec> kind) {
        return kind.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }

    public static String of(FormSpec form) {
        if (form instanceof FormSpec.AsIs) {
            return "as it is";
        }
        if (form instanceof FormSpec.Replace replace) {
            return "replaced by " + text(replace.with());
        }
        if (form instanceof FormSpec.Nullify) {
            return "as null";
        }
        if (form instanceof FormSpec.Mask mask) {
            return "masked" + kept(mask.keepFirst(), mask.keepLast());
        }
        if (form instanceof FormSpec.MaskEmail mask) {
            return "as a masked address" + (mask.keepDomain() ? " with its domain" : "");
        }
        if (form instanceof FormSpec.Initial) {
            return "as an initial";
        }
        if (form instanceof FormSpec.Truncate truncate) {
            return "cut to its first " + counted(truncate.keepFirst());
        }
        if (form instanceof FormSpec.DatePart part) {
            return "as its " + part.part().name().toLowerCase(Locale.ROOT);
        }
        return keyedOrNumeric(form);
    }

    private static String keyedOrNumeric(FormSpec form) {
        if (form instanceof FormSpec.AgeBand band) {
            return "as an age band (from " + Listing.and(band.bounds()) + " years)";
        }
        if (form instanceof FormSpec.Bucket bucket) {
            return "as a range (from " + Listing.and(bucket.bounds()) + ")";
        }
        if (form instanceof FormSpec.Round round) {
            return "rounded to " + round.to();
        }
        if (form instanceof FormSpec.IpTruncate ip) {
            return "as its network (" + ip.v4() + " bits of IPv4, " + ip.v6() + " of IPv6)";
        }
        if (form instanceof FormSpec.MatchHash hash) {
            String platform = hash.profile() == FormSpec.MatchHash.Profile.GOOGLE ? "Google" : "Meta";
            return "as a hash that " + platform + " can match";
        }
        return keyed(form);
    }

    private static String keyed(FormSpec form) {
        if (form instanceof FormSpec.Pseudonym) {
            return "as a pseudonym of this partner";
        }
        if (form instanceof FormSpec.Tokenize) {
            return "as a token of this partner";
        }
        if (form instanceof FormSpec.Fpe) {
            return "encrypted in its own format";
        }
        if (form instanceof FormSpec.Encrypt) {
            return "encrypted to the partner";
        }
        if (form instanceof FormSpec.Pipeline pipeline) {
            return pipeline.steps().stream().map(FormWords::of).collect(Collectors.joining(", then "));
        }
        throw new IllegalArgumentException("no words for " + form.getClass().getSimpleName());
    }

    private static String text(FactValue value) {
        return value.kind() == FactValue.Kind.STRING ? "`" + value.text() + "`" : value.text();
    }

    private static String kept(int first, int last) {
        if (first == 0 && last == 0) {
            return "";
        }
        String head = first == 0 ? "" : "the first " + counted(first);
        String tail = last == 0 ? "" : "the last " + counted(last);
        return " but for " + head + (first == 0 || last == 0 ? "" : " and ") + tail;
    }

    private static String counted(int characters) {
        return characters == 1 ? "character" : characters + " characters";
    }
}
