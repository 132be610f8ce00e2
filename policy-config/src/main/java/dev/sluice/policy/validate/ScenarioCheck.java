package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.CustomerNamespaces;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Scenario;
import dev.sluice.policy.model.Scenario.ScenarioPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A test speaks of partners, catalogs and rules that exist, and expects what can be looked for. */
final class ScenarioCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        Words partners = Words.of(
                "partner",
                bundle.partners().stream().map(one -> one.id().name()).toList());
        Words catalogs = Words.of(
                "catalog",
                bundle.catalogs().stream().map(one -> one.id().name()).toList());
        Words rules = Words.of("rule", rules(bundle));
        CustomerNamespaces namespaces = CustomerNamespaces.of(bundle);
        for (Scenario scenario : bundle.scenarios()) {
            partners.check(scenario.given().partner(), problems, partners.all());
            catalogs.check(scenario.given().catalog(), problems, catalogs.all());
            rules.check(scenario.expected().rules(), problems, "rules are named `policy/rule`, policies by their id");
            scenario.given().onRecord().consents().stream()
                    .flatMap(consent -> Stream.ofNullable(consent.partner()))
                    .forEach(partner -> partners.check(partner, problems, partners.all()));
            namespaces.check(scenario.given().onRecord(), problems);
            purpose(bundle, scenario, problems);
            paths(scenario, problems);
        }
    }

    private static List<String> rules(Bundle bundle) {
        List<String> names = new ArrayList<>();
        for (Policy policy : bundle.policies()) {
            names.add(policy.id().name());
            Stream.of(
                            policy.rules().stream().map(rule -> rule.id()),
                            policy.protects().stream().map(protect -> protect.id()),
                            policy.forbids().stream().map(forbid -> forbid.id()))
                    .flatMap(ids -> ids)
                    .forEach(id -> names.add(policy.id() + "/" + id));
        }
        bundle.forbids().forEach(forbid -> names.add(forbid.id().name()));
        return names;
    }

    private static void purpose(Bundle bundle, Scenario scenario, Problems problems) {
        Named partner = scenario.given().partner();
        Optional<Partner> known = bundle.partners().stream()
                .filter(one -> one.id().name().equals(partner.name()))
                .findFirst();
        if (known.isEmpty()) {
            return;
        }
        List<Named> purposes = known.get().purposes();
        Named purpose = scenario.given().purpose();
        if (purpose == null && purposes.size() != 1) {
            problems.error(
                    "missing-key",
                    partner.location(),
                    "the key `purpose` is missing beside the partner `" + partner + "`, which has " + purposes.size(),
                    listing(purposes));
        }
        if (purpose != null && purposes.stream().noneMatch(one -> one.name().equals(purpose.name()))) {
            problems.error(
                    "purpose-not-partners",
                    purpose.location(),
                    "`" + purpose + "` is no purpose of the partner `" + partner + "`",
                    listing(purposes));
        }
    }

    private static String listing(List<Named> purposes) {
        return "its purposes are `"
                + String.join("`, `", purposes.stream().map(Named::name).toList()) + "`";
    }

    private static void paths(Scenario scenario, Problems problems) {
        scenario.expected()
                .shared()
                .forEach(shared -> check(shared.path(), false, shared.path().location(), problems));
        scenario.expected().withheld().forEach(path -> check(path, true, path.location(), problems));
    }

    /** @param many whether it may lead to several places */
    private static void check(ScenarioPath path, boolean many, SourceLocation location, Problems problems) {
        boolean one = path.path().steps().stream()
                .allMatch(step ->
                        step instanceof Step.Member || step instanceof Step.Element || step instanceof Step.Matching);
        boolean subtree = path.path().steps().stream().anyMatch(step -> step instanceof Step.Subtree);
        if (!path.path().absolute() || subtree || !(many || one)) {
            problems.error(
                    "wrong-value",
                    location,
                    "`" + path.path() + "` is no place in the document (expected: a path from `$`"
                            + (many ? ", without `**`)" : " to one value, without `*`)"),
                    "such as `$.customers[0].email` or `$.customers[?email='a@shop.example'].name`");
        }
    }
}
