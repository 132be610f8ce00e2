package dev.sluice.policy.compile;

import dev.sluice.policy.form.KeyChange;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.form.MatchIdentifier;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.transform.Setting;
import org.jspecify.annotations.Nullable;

/** A field of one kind, and a partner to whom the keys of the gateway make what is its own. */
record FormSetting(KeyRing keys, KeyChange change, String partner, FieldKind kind) implements Setting {

    @Override
    public KeyRing.Key key(@Nullable Named id) {
        KeyRing.Key key = id == null ? null : keys.key(id.name());
        if (key == null) {
            throw new IllegalStateException("a keyed form without its key passed the checks at load");
        }
        return key;
    }

    @Override
    public boolean email() {
        return kind.email();
    }

    @Override
    public @Nullable MatchIdentifier identifier() {
        return kind.identifier();
    }
}
