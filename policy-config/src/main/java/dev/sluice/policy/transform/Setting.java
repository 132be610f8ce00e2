package dev.sluice.policy.transform;

import dev.sluice.policy.form.KeyChange;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.form.MatchIdentifier;
import dev.sluice.policy.model.Named;
import org.jspecify.annotations.Nullable;

/** Where a form is to work: for one partner, on one field. */
public interface Setting {

    /** The key of the gateway that a form names; it is there, or the bundle would not have been loaded. */
    KeyRing.Key key(@Nullable Named id);

    /** What the partner gets while two epochs of a key overlap. */
    KeyChange change();

    String partner();

    /** Whether the field holds e-mail addresses. */
    boolean email();

    /** What ad platforms match people by, or null if the field holds none of that. */
    @Nullable MatchIdentifier identifier();
}
