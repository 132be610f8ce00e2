package dev.sluice.policy.compile;

import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.decision.UnknownSubjectException;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.evaluate.CompiledBundle.PlanKey;
import dev.sluice.policy.evaluate.CompiledPlan;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.vocabulary.Purposes;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Makes a checked bundle decide. All that can be wrong with any of its plans is found here, before one is asked for. */
public final class BundleCompiler {

    private final KeyRing keys;
    private final Problems problems;
    private final KeyCheck keyCheck;
    private final Map<String, CompiledCatalog> catalogs = new HashMap<>();
    private final Map<String, Partner> partners = new HashMap<>();
    private final RuleBook book;
    private final Kinship kinship;
    private final Law law;

    private BundleCompiler(Bundle bundle, KeyRing keys, Problems problems) {
        this.keys = keys;
        this.problems = problems;
        this.keyCheck = new KeyCheck(keys, problems);
        this.kinship = new Kinship(bundle.vocabulary());
        this.law = new Law(bundle.regions(), bundle.ages());
        this.book = RuleBook.of(bundle);
        for (Catalog catalog : bundle.catalogs()) {
            catalogs.put(
                    catalog.id().name(),
                    CatalogCompiler.compile(catalog, book.derived(catalog.id().name()), problems));
        }
        bundle.partners().forEach(partner -> partners.put(partner.id().name(), partner));
    }

    /**
     * Compiles a bundle whose words are known to be good.
     *
     * @param version carried by every decision
     * @param problems what is wrong is added here
     * @return the decision point, or nothing if the problems hold an error
     */
    public static Optional<DecisionPoint> compile(
            Bundle bundle, PolicyVersion version, KeyRing keys, Problems problems) {
        return plans(bundle, keys, problems).map(plans -> plans.decisions(version));
    }

    /**
     * Compiles a bundle whose words are known to be good.
     *
     * @param problems what is wrong is added here
     * @return its plans, or nothing if the problems hold an error
     */
    public static Optional<BundlePlans> plans(Bundle bundle, KeyRing keys, Problems problems) {
        BundleCompiler compiler = new BundleCompiler(bundle, keys, problems);
        if (problems.hasErrors()) {
            return Optional.empty();
        }
        compiler.book.policies().forEach(compiler.keyCheck::check);
        compiler.checkForms();
        new VacuousCuts(compiler.book, compiler.partners.values(), compiler.catalogs.values(), compiler.kinship)
                .check(problems);
        return problems.hasErrors() ? Optional.empty() : Optional.of(new BundlePlans(bundle, compiler));
    }

    KeyRing keys() {
        return keys;
    }

    CompiledPlan plan(PlanKey key) {
        Partner partner = partners.get(key.partner());
        if (partner == null) {
            throw new UnknownSubjectException("unknown partner `" + key.partner() + "`");
        }
        if (!Purposes.among(names(partner.purposes()), key.purpose())) {
            throw new UnknownSubjectException(
                    "`" + key.purpose() + "` is no purpose of the partner `" + key.partner() + "`");
        }
        PlanRules rules = rules(partner, key.purpose(), key.catalog(), key.shadow());
        return view(rules, partner, key.catalog(), key.detailed()).plan();
    }

    PlanRules rules(Partner partner, String purpose, String catalog, boolean shadow) {
        return new PlanRules(book, partner, purpose, catalog(catalog), kinship, law, shadow);
    }

    /** @param detailed whether each place has a class of its own */
    PlanView view(PlanRules rules, Partner partner, String catalog, boolean detailed) {
        Forms forms = new Forms(kinship.categories(), keys, partner);
        PlanView.Frame frame = new PlanView.Frame(partner, rules.purpose(), law);
        return new PlanView(rules, catalog(catalog), forms, frame, detailed);
    }

    private CompiledCatalog catalog(String id) {
        CompiledCatalog catalog = catalogs.get(id);
        if (catalog == null) {
            throw new UnknownSubjectException("unknown catalog `" + id + "`");
        }
        return catalog;
    }

    /** By node of the catalog's tree. */
    List<List<String>> categories(String id) {
        return catalog(id).meanings().stream().map(NodeMeaning::categories).toList();
    }

    /** Rules in shadow count as live: they should be fit to become so. */
    private void checkForms() {
        Set<String> told = new HashSet<>();
        Set<Object> done = new HashSet<>();
        partners.values().stream()
                .sorted(Comparator.comparing(partner -> partner.id().name()))
                .forEach(partner -> {
                    Forms forms = new Forms(kinship.categories(), keys, partner);
                    for (String purpose : distinctPurposes(partner)) {
                        catalogs.values().forEach(catalog -> {
                            PlanRules rules = new PlanRules(book, partner, purpose, catalog, kinship, law, true);
                            keyCheck.check(rules, partner);
                            if (done.add(
                                    List.of(rules.likeness(), catalog.tree().catalog()))) {
                                checkForms(rules, partner, purpose, catalog, forms, told);
                            }
                        });
                    }
                });
    }

    /**
     * The purposes of a partner that can differ in their rules: its own, and those of policies below them. For any other
     * purpose below, the rules are among those of the nearest of these above it.
     */
    private List<String> distinctPurposes(Partner partner) {
        List<String> own = names(partner.purposes());
        return Stream.concat(
                        own.stream(),
                        book.policies().stream()
                                .map(policy -> policy.purpose().name())
                                .filter(purpose -> Purposes.among(own, purpose)))
                .distinct()
                .sorted()
                .toList();
    }

    private static List<String> names(List<Named> words) {
        return words.stream().map(Named::name).toList();
    }

    /** Once for all partners whose rules are alike: which forms meet does not depend on who gets them. */
    private void checkForms(
            PlanRules rules, Partner partner, String purpose, CompiledCatalog catalog, Forms forms, Set<String> told) {
        if (rules.grants().isEmpty() && rules.protects().size() < 2) {
            return;
        }
        for (int node : catalog.kinds()) {
            NodeMeaning meaning = catalog.meanings().get(node);
            int recordType = catalog.tree().node(node).recordType();
            FieldRules.Clash clash =
                    FieldRules.of(rules, meaning, recordType, forms).clash();
            if (clash != null && told.add(clash.at() + " " + clash.otherAt())) {
                problems.error(
                        "forms-not-ordered",
                        clash.at(),
                        "`" + clash.one().word() + "` can meet `"
                                + clash.other().word() + "` of " + clash.otherAt()
                                + " on `" + catalog.tree().node(node).pattern() + "`, and neither is milder (partner `"
                                + partner.id() + "`, purpose `" + purpose + "`)",
                        "use the same form, or one that is stricter in every way");
            }
        }
    }
}
