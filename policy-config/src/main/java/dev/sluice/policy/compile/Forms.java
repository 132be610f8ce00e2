package dev.sluice.policy.compile;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.AgeBand;
import dev.sluice.policy.form.CustomerHandle;
import dev.sluice.policy.form.DatePart;
import dev.sluice.policy.form.Initial;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.form.Mask;
import dev.sluice.policy.form.MaskEmail;
import dev.sluice.policy.form.Pseudonym;
import dev.sluice.policy.form.Replace;
import dev.sluice.policy.form.Round;
import dev.sluice.policy.form.Truncate;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.vocabulary.Categories;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes forms work for one partner. Keyed ones are made once each. */
final class Forms {

    private static final String EMAIL = "user.contact.email";

    private final Categories categories;
    private final KeyRing keys;
    private final String partner;
    private final Map<Made, Form> made = new HashMap<>();

    Forms(Categories categories, KeyRing keys, String partner) {
        this.categories = categories;
        this.keys = keys;
        this.partner = partner;
    }

    private record Made(MeetingForm form, boolean email) {}

    /** The form with its defaults filled in. @param categories of the node that it stands on */
    MeetingForm meeting(FormSpec spec, boolean handle, List<String> categories) {
        if (!(spec instanceof FormSpec.Pseudonym pseudonym)) {
            return new MeetingForm(spec, handle);
        }
        Named named = pseudonym.key();
        KeyRing.Key only = named == null ? keys.only() : null;
        String id = named != null ? named.name() : only == null ? "" : only.id();
        String domain = pseudonym.domain();
        if (handle) {
            domain = CustomerHandle.DOMAIN;
        } else if (domain == null) {
            domain = categories.isEmpty() ? "" : categories.get(0);
        }
        return new MeetingForm(new FormSpec.Pseudonym(new Named(id, MeetingForm.NOWHERE), domain), handle);
    }

    Form form(MeetingForm form, List<String> ofNode) {
        boolean email = ofNode.stream().anyMatch(category -> categories.covers(EMAIL, category));
        return made.computeIfAbsent(new Made(form, email), this::make);
    }

    /** Tells of a pseudonym whose key the ring does not have. */
    static void checkKey(FormSpec spec, KeyRing keys, SourceLocation location, Problems problems) {
        if (!(spec instanceof FormSpec.Pseudonym pseudonym)) {
            return;
        }
        Named named = pseudonym.key();
        if (named != null && keys.key(named.name()) == null) {
            problems.error(
                    "unknown-key-id",
                    named.location(),
                    "unknown key `" + named + "` (expected: the id of a key in the gateway's file)",
                    null);
        } else if (named == null && keys.only() == null) {
            problems.error(
                    "no-default-key",
                    location,
                    "this pseudonym names no key, and the gateway has not exactly one",
                    "name one: `pseudonym: { key: … }`");
        }
    }

    private Form make(Made wanted) {
        FormSpec spec = wanted.form().spec();
        if (spec instanceof FormSpec.AsIs) {
            return Form.AS_IS;
        }
        if (spec instanceof FormSpec.Nullify) {
            return Form.NULLIFY;
        }
        if (spec instanceof FormSpec.Replace replace) {
            return new Replace(LayoutCompiler.scalar(replace.with()));
        }
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
        if (spec instanceof FormSpec.Round round) {
            return new Round(new BigDecimal(round.to()));
        }
        return pseudonym((FormSpec.Pseudonym) spec, wanted);
    }

    private Form pseudonym(FormSpec.Pseudonym spec, Made wanted) {
        Named id = spec.key();
        KeyRing.Key key = id == null ? null : keys.key(id.name());
        String domain = spec.domain();
        if (key == null || domain == null) {
            throw new IllegalStateException("a pseudonym without its key passed the checks at load");
        }
        return wanted.form().handle()
                ? new CustomerHandle(key, partner)
                : new Pseudonym(key, partner, domain, wanted.email());
    }
}
