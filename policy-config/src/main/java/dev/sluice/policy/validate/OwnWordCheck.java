package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.OwnCategory;
import dev.sluice.policy.model.OwnRole;
import dev.sluice.policy.vocabulary.Categories;
import dev.sluice.policy.vocabulary.Roles;

/** Own words are new ones, and what a category is a kind of is known and leads nowhere in a circle. */
record OwnWordCheck(Categories categories) implements BundleCheck {

    @Override
    public void check(Bundle bundle, Problems problems) {
        Words known = Words.of("category", categories.names());
        for (OwnCategory category : bundle.categories()) {
            if (Categories.shipped().known(category.id().name())) {
                shipped("category", category.id(), problems);
            }
            Named kindOf = category.kindOf();
            if (kindOf == null) {
                nothing(category, problems);
                continue;
            }
            known.check(kindOf, problems, "`is_a` names a category, or `none` with a `why`");
            if (categories.circular(category.id().name())) {
                problems.error(
                        "category-cycle",
                        kindOf.location(),
                        "`is_a` leads from `" + category.id() + "` back to it",
                        "what a category is a kind of ends at one of fideslang, or at `none`");
            }
        }
        for (OwnRole role : bundle.roles()) {
            if (Roles.known(role.id().name())) {
                shipped("role", role.id(), problems);
            }
        }
    }

    /** A category below a person's data is a person's, whatever it says. */
    private void nothing(OwnCategory category, Problems problems) {
        if (categories.personal(category.id().name())) {
            problems.error(
                    "personal-is-none",
                    category.location(),
                    "`" + category.id() + "` is a kind of nothing and stands below a personal category",
                    "say what it is a kind of, or give it a name of its own");
        }
    }

    private static void shipped(String noun, Named id, Problems problems) {
        problems.error(
                "word-is-shipped",
                id.location(),
                "the " + noun + " `" + id + "` is a shipped one",
                "use it as it is, or choose another name");
    }
}
