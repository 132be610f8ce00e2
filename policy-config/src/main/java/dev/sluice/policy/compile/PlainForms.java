package dev.sluice.policy.compile;

import dev.sluice.policy.condition.FactTest;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.AgeBand;
import dev.sluice.policy.form.Bucket;
import dev.sluice.policy.form.DatePart;
import dev.sluice.policy.form.Initial;
import dev.sluice.policy.form.IpTruncate;
import dev.sluice.policy.form.Mask;
import dev.sluice.policy.form.MaskEmail;
import dev.sluice.policy.form.MatchHash;
import dev.sluice.policy.form.Replace;
import dev.sluice.policy.form.Round;
import dev.sluice.policy.form.Truncate;
import dev.sluice.policy.model.FormSpec;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The forms that need no key, one line for each. */
final class PlainForms {

    private static final Map<Class<?>, BiFunction<FormSpec, FieldKind, Form>> BY_SPEC = new HashMap<>();

    static {
        makes(FormSpec.AsIs.class, spec -> Form.AS_IS);
        makes(FormSpec.Nullify.class, spec -> Form.NULLIFY);
        makes(FormSpec.Replace.class, spec -> new Replace(FactTest.scalar(spec.with())));
        makes(FormSpec.Mask.class, spec -> new Mask(spec.keepFirst(), spec.keepLast()));
        makes(FormSpec.MaskEmail.class, spec -> new MaskEmail(spec.keepDomain()));
        makes(FormSpec.Initial.class, spec -> new Initial());
        makes(FormSpec.Truncate.class, spec -> new Truncate(spec.keepFirst()));
        makes(
                FormSpec.DatePart.class,
                spec -> new DatePart(DatePart.Part.valueOf(spec.part().name())));
        makes(FormSpec.AgeBand.class, spec -> new AgeBand(spec.bounds()));
        makes(FormSpec.Bucket.class, spec -> new Bucket(spec.bounds()));
        makes(FormSpec.Round.class, spec -> new Round(new BigDecimal(spec.to())));
        makes(FormSpec.IpTruncate.class, spec -> new IpTruncate(spec.v4(), spec.v6()));
        makes(FormSpec.MatchHash.class, PlainForms::matchHash);
    }

    private PlainForms() {}

    /** Whether a form of this kind can be made. */
    static boolean known(Class<?> spec) {
        return BY_SPEC.containsKey(spec);
    }

    static Form form(FormSpec spec, FieldKind kind) {
        BiFunction<FormSpec, FieldKind, Form> known = BY_SPEC.get(spec.getClass());
        if (known == null) {
            throw new IllegalStateException("no such form: " + spec.getClass().getSimpleName());
        }
        return known.apply(spec, kind);
    }

    private static <T extends FormSpec> void makes(Class<T> type, Function<T, Form> how) {
        makes(type, (spec, kind) -> how.apply(spec));
    }

    private static <T extends FormSpec> void makes(Class<T> type, BiFunction<T, FieldKind, Form> how) {
        BY_SPEC.put(type, (spec, kind) -> how.apply(type.cast(spec), kind));
    }

    private static Form matchHash(FormSpec.MatchHash spec, FieldKind kind) {
        return spec.profile() == FormSpec.MatchHash.Profile.GOOGLE
                ? MatchHash.google(kind.identifier())
                : MatchHash.meta(kind.identifier());
    }
}
