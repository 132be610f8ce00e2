package dev.sluice.policy.compile;

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

/** Makes the forms that need no key. */
final class PlainForms {

    private PlainForms() {}

    static Form form(FormSpec spec, FieldKind kind) {
        if (spec instanceof FormSpec.AsIs) {
            return Form.AS_IS;
        }
        if (spec instanceof FormSpec.Nullify) {
            return Form.NULLIFY;
        }
        if (spec instanceof FormSpec.Replace replace) {
            return new Replace(LayoutCompiler.scalar(replace.with()));
        }
        if (spec instanceof FormSpec.MatchHash hash) {
            return hash.profile() == FormSpec.MatchHash.Profile.GOOGLE
                    ? MatchHash.google(kind.identifier())
                    : MatchHash.meta(kind.identifier());
        }
        return coarser(spec);
    }

    private static Form coarser(FormSpec spec) {
        if (spec instanceof FormSpec.Mask mask) {
            return new Mask(mask.keepFirst(), mask.keepLast());
        }
        if (spec instanceof FormSpec.MaskEmail mask) {
            return new MaskEmail(mask.keepDomain());
        }
        if (spec instanceof FormSpec.Initial) {
            return new Initial();
        }
        if (spec instanceof FormSpec.Truncate truncate) {
            return new Truncate(truncate.keepFirst());
        }
        if (spec instanceof FormSpec.DatePart part) {
            return new DatePart(DatePart.Part.valueOf(part.part().name()));
        }
        if (spec instanceof FormSpec.AgeBand band) {
            return new AgeBand(band.bounds());
        }
        if (spec instanceof FormSpec.Bucket bucket) {
            return new Bucket(bucket.bounds());
        }
        if (spec instanceof FormSpec.Round round) {
            return new Round(new BigDecimal(round.to()));
        }
        if (spec instanceof FormSpec.IpTruncate ip) {
            return new IpTruncate(ip.v4(), ip.v6());
        }
        throw new IllegalStateException("no such form: " + spec.getClass().getSimpleName());
    }
}
