package dev.sluice.policy.compile;

import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.CustomerHandle;
import dev.sluice.policy.form.Fpe;
import dev.sluice.policy.form.KeyChange;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.form.KeyUse;
import dev.sluice.policy.form.Pseudonym;
import dev.sluice.policy.form.Tokenize;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import java.time.Instant;
import java.util.SortedSet;

/** Makes the forms that need a key of the gateway, for one partner. */
final class KeyedForms {

    private final KeyRing keys;
    private final String partner;
    private final KeyChange change;

    KeyedForms(KeyRing keys, Partner partner) {
        this.keys = keys;
        this.partner = partner.id().name();
        this.change = KeyChange.valueOf(partner.keyChange().name());
    }

    /** The partner's handle for a person. */
    Form handle(FormSpec.Keyed spec) {
        return new CustomerHandle(key(spec), change, partner);
    }

    Form form(FormSpec.Keyed spec, FieldKind kind) {
        String domain = spec.domain();
        if (domain == null) {
            throw new IllegalStateException("a keyed form without its domain passed the checks at load");
        }
        KeyRing.Key key = key(spec);
        if (spec instanceof FormSpec.Tokenize) {
            return new Tokenize(key, change, partner, domain);
        }
        if (spec instanceof FormSpec.Fpe fpe) {
            return new Fpe(key, change, partner, domain, fpe.alphabet(), fpe.keepOthers());
        }
        return new Pseudonym(key, change, partner, domain, kind.email());
    }

    /** What its key makes at an instant. */
    KeyUse use(FormSpec.Keyed spec, Instant at) {
        return KeyUse.of(keys, key(spec), change, !(spec instanceof FormSpec.Fpe), at);
    }

    /** The instants at which its key makes something else. */
    SortedSet<Instant> turns(FormSpec.Keyed spec) {
        return KeyUse.turns(key(spec));
    }

    private KeyRing.Key key(FormSpec.Keyed spec) {
        Named id = spec.key();
        KeyRing.Key key = id == null ? null : keys.key(id.name());
        if (key == null) {
            throw new IllegalStateException("a keyed form without its key passed the checks at load");
        }
        return key;
    }
}
