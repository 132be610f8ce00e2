package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.model.Subject;
import java.util.List;

/** A derived member is made from a birth date that a catalog knows, and takes no other member's name. */
final class DeriveCheck implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            List<Catalog> catalogs = Grants.catalogs(bundle, policy);
            for (Share share : policy.allShares()) {
                if (share instanceof Share.OfBirthDate derived
                        && catalogs.size() == policy.catalogs().size()) {
                    check(derived, catalogs, problems);
                }
            }
            policy.rules().forEach(rule -> elsewhere(rule, problems));
        }
    }

    private static void check(Share.OfBirthDate derived, List<Catalog> catalogs, Problems problems) {
        for (Catalog catalog : catalogs) {
            Grants.recordFields(catalog)
                    .filter(field -> begins(field, derived.member().name()))
                    .findFirst()
                    .ifPresent(field -> problems.error(
                            "derived-name-taken",
                            derived.location(),
                            "the member `" + derived.member() + "` is one of the catalog `" + catalog.id() + "` at "
                                    + field.location(),
                            "choose a name that no document has"));
        }
        if (catalogs.stream()
                .flatMap(catalog -> catalog.records().stream())
                .allMatch(record -> record.customer().birthDate() == null)) {
            problems.error(
                    "derived-from-nothing",
                    derived.location(),
                    "`" + derived.member()
                            + "` is derived, and no catalog of the policy says where a birth date stands",
                    "give a record of it `customer: { birth_date: … }`");
        }
    }

    private static boolean begins(FieldShape field, String member) {
        List<Step> steps = field.path().steps();
        return !steps.isEmpty()
                && steps.get(0) instanceof Step.Member first
                && first.name().equals(member);
    }

    /** A derived member belongs to the customer, and to no part. */
    private static void elsewhere(Rule rule, Problems problems) {
        if (rule.of() == null && rule.subject() == Subject.CUSTOMER) {
            return;
        }
        rule.shares().stream()
                .filter(Share.OfBirthDate.class::isInstance)
                .forEach(share -> problems.error(
                        "wrong-value",
                        share.location(),
                        "`derive` stands in a rule with `of` or `subject` (expected: in one without)",
                        "a derived member belongs to the customer, and to no part of the record"));
    }
}
