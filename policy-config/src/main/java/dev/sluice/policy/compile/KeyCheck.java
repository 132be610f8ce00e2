package dev.sluice.policy.compile;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.transform.Keyed;
import java.util.HashSet;
import java.util.Set;

/** Every key that a form needs is there: the gateway's for keyed forms, the partner's for envelopes. */
final class KeyCheck {

    private final KeyRing keys;
    private final Problems problems;
    private final Set<String> told = new HashSet<>();

    KeyCheck(KeyRing keys, Problems problems) {
        this.keys = keys;
        this.problems = problems;
    }

    /** Checks the keys of the gateway that a policy's forms are made with. */
    void check(Policy policy) {
        policy.shares().forEach(share -> check(share.form(), share.location()));
        policy.rules().forEach(rule -> rule.shares().forEach(share -> check(share.form(), share.location())));
        policy.protects().forEach(protect -> check(protect.atMost(), protect.location()));
    }

    /** Checks that a partner whom envelopes reach has a key to encrypt to. */
    void check(PlanRules rules, Partner partner) {
        if (partner.encryption() != null) {
            return;
        }
        rules.grants().forEach(grant -> envelope(grant.form(), grant.location(), partner));
        for (PlanRules.Cut protect : rules.protects()) {
            FormSpec form = protect.form();
            if (form != null) {
                envelope(form, protect.location(), partner);
            }
        }
    }

    private void envelope(FormSpec form, SourceLocation location, Partner partner) {
        boolean encrypts = form.steps().stream().anyMatch(FormSpec.Encrypt.class::isInstance);
        if (encrypts && told.add(location + " " + partner.id())) {
            problems.error(
                    "no-encryption-key",
                    location,
                    "this is encrypted to the partner `" + partner.id() + "` of " + partner.location()
                            + ", which has no `encryption` key",
                    "give the partner `encryption: { jwk: … }` with its public key");
        }
    }

    private void check(FormSpec spec, SourceLocation location) {
        for (FormSpec step : spec.steps()) {
            if (step instanceof Keyed keyed) {
                check(keyed, location);
            }
        }
    }

    private void check(Keyed form, SourceLocation location) {
        Named named = form.key();
        if (named != null && keys.key(named.name()) == null) {
            problems.error(
                    "unknown-key-id",
                    named.location(),
                    "unknown key `" + named + "` (expected: the id of a key in " + keys.declared() + ")",
                    NearestName.help(named.name(), keys.ids(), known()));
        } else if (named == null && keys.only() == null) {
            problems.error(
                    "no-default-key",
                    location,
                    "this form names no key, and " + keys.declared() + " has not exactly one",
                    keys.ids().isEmpty() ? "add one there" : "name one: `pseudonym: { key: … }`; " + known());
        }
    }

    private String known() {
        return keys.ids().isEmpty()
                ? "there is none"
                : "there are `"
                        + String.join("`, `", keys.ids().stream().sorted().toList()) + "`";
    }
}
