package dev.sluice.policy.compile;

import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.evaluate.CompiledBundle;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.PartnerScope;
import dev.sluice.policy.vocabulary.Purposes;
import java.util.List;

/** A bundle of which every plan can be made. */
public final class BundlePlans {

    private final Bundle bundle;
    private final BundleCompiler compiler;

    BundlePlans(Bundle bundle, BundleCompiler compiler) {
        this.bundle = bundle;
        this.compiler = compiler;
    }

    public Bundle bundle() {
        return bundle;
    }

    /** The keys that its forms are made with. */
    public KeyRing keys() {
        return compiler.keys();
    }

    /** @param version carried by every decision */
    public DecisionPoint decisions(PolicyVersion version) {
        return new CompiledBundle(version, compiler::plan, compiler::categories);
    }

    /** All purposes that a partner may ask for: its own, and every one below. */
    public static List<String> purposes(Partner partner) {
        List<String> own = partner.purposes().stream().map(Named::name).toList();
        return Purposes.names().stream()
                .filter(purpose -> Purposes.among(own, purpose))
                .toList();
    }

    /** What binds one partner for one purpose on one catalog. @param shadow whether rules in shadow count as live */
    public PlanOutline outline(Partner partner, String purpose, String catalog, boolean shadow) {
        PlanRules rules = compiler.rules(partner, purpose, catalog, shadow);
        return new PlanOutline(rules, () -> compiler.view(rules, partner, catalog, false));
    }

    /** A plan with a class for each place. */
    public PlanView detailed(Partner partner, String purpose, String catalog) {
        return compiler.view(compiler.rules(partner, purpose, catalog, false), partner, catalog, true);
    }

    /** Whether a cut or promise to these partners holds for one: what is not known of its countries is meant too. */
    public static boolean binds(PartnerScope to, Partner partner) {
        return Reach.binds(to, partner);
    }
}
