package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.vocabulary.Categories;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** A subtree ({@code **}) leaves as it is or not at all, and holds personal data only where somebody looked at it. */
record SubtreeCheck(Categories categories) implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        List<FieldShape> all = bundle.catalogs().stream()
                .flatMap(catalog -> Stream.concat(Grants.recordFields(catalog), catalog.document().fields().stream()))
                .toList();
        all.forEach(field -> reviewed(field, problems));
        for (Policy policy : bundle.policies()) {
            List<FieldShape> own = Grants.catalogs(bundle, policy).stream()
                    .flatMap(Grants::recordFields)
                    .toList();
            for (Share share : policy.allShares()) {
                if (share instanceof Share.OfCategory named) {
                    form(named.category(), named.form(), own, categories::grants, problems);
                }
            }
            policy.protects()
                    .forEach(protect -> form(protect.category(), protect.atMost(), all, categories::related, problems));
        }
    }

    private static boolean isSubtree(FieldShape field) {
        List<Step> steps = field.path().steps();
        return !steps.isEmpty() && steps.get(steps.size() - 1) instanceof Step.Subtree;
    }

    private void reviewed(FieldShape field, Problems problems) {
        boolean subtree = isSubtree(field);
        if (subtree && field.reviewedBy() == null && field.categories().stream().anyMatch(this::personal)) {
            problems.error(
                    "subtree-not-reviewed",
                    field.location(),
                    "the subtree `" + field.path() + "` is personal (expected: `reviewed_by` beside it)",
                    "name its fields one by one, or say who looked at all that may stand below it");
        }
        if (!subtree && field.reviewedBy() != null) {
            problems.error(
                    "subtree-not-reviewed",
                    field.location(),
                    "`reviewed_by` stands at `" + field.path() + "` (expected: at a path that ends in `**`)",
                    null);
        }
    }

    private boolean personal(Named category) {
        return categories.known(category.name()) && categories.personal(category.name());
    }

    private static void form(
            Named category,
            FormSpec form,
            List<FieldShape> fields,
            BiPredicate<String, String> reaches,
            Problems problems) {
        if (form instanceof FormSpec.AsIs) {
            return;
        }
        for (FieldShape field : fields) {
            boolean hit = isSubtree(field)
                    && field.categories().stream().anyMatch(of -> reaches.test(category.name(), of.name()));
            if (hit) {
                SourceLocation where = field.location();
                problems.error(
                        "subtree-form",
                        category.location(),
                        "a form other than `as_is` reaches the subtree `" + field.path() + "` at " + where
                                + " (expected: `as_is`, or another category)",
                        "name the fields below it one by one");
            }
        }
    }
}
