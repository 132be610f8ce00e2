package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.vocabulary.Categories;
import java.util.List;

/**
 * A partner can tell whom a later revocation means, by a handle that is there and cannot be guessed (semantics B10).
 */
record HandleCheck(Categories categories) implements BundleCheck {

    private static final List<String> HANDLES = List.of("user.unique_id", "user.contact.email");
    private static final List<String> GUESSABLE =
            List.of("user.contact.address.postal_code", "user.contact.phone_number", "user.demographic.date_of_birth");

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            List<Share> shares = Grants.shares(policy);
            if (shares.stream().anyMatch(this::personal) && shares.stream().noneMatch(this::isHandle)) {
                problems.warning(
                        "no-handle",
                        policy.location(),
                        "the policy `" + policy.id()
                                + "` shares people without a handle: a revocation could not reach them",
                        "share `customer: pseudonym`");
            }
            shares.forEach(share -> guessable(share, problems));
            shares.stream()
                    .filter(Share.OfCustomer.class::isInstance)
                    .filter(share -> allFound(bundle, policy))
                    .filter(share -> Grants.catalogs(bundle, policy).stream().noneMatch(HandleCheck::knowsCustomers))
                    .forEach(share -> problems.error(
                            "customer-unknown",
                            share.location(),
                            "`customer` is shared, and no catalog of the policy says where a customer's id stands",
                            "give a record of it `customer: { id: … }`"));
        }
    }

    private boolean personal(Share share) {
        return share instanceof Share.OfCategory of
                && categories.personal(of.category().name());
    }

    private boolean isHandle(Share share) {
        return share instanceof Share.OfCustomer
                || share instanceof Share.OfCategory of
                        && HANDLES.stream()
                                .anyMatch(handle ->
                                        categories.grants(of.category().name(), handle)
                                                || categories.covers(
                                                        handle, of.category().name()));
    }

    private static void guessable(Share share, Problems problems) {
        if (share instanceof Share.OfCategory of
                && of.form() instanceof FormSpec.Pseudonym
                && GUESSABLE.contains(of.category().name())) {
            problems.warning(
                    "guessable-pseudonym",
                    of.location(),
                    "a pseudonym of `" + of.category() + "` can be undone by trying all values, if the key ever leaks",
                    "a coarser form says less: `truncate`, `date_part`, `age_band`");
        }
    }

    private static boolean allFound(Bundle bundle, Policy policy) {
        return Grants.catalogs(bundle, policy).size() == policy.catalogs().size();
    }

    private static boolean knowsCustomers(Catalog catalog) {
        return catalog.records().stream()
                .anyMatch(record -> !record.customer().ids().isEmpty());
    }
}
