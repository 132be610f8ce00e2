package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.transform.Keyed;
import dev.sluice.policy.vocabulary.Categories;
import java.util.List;

/**
 * A partner can tell whom a later revocation means, by a handle that is there and cannot be guessed (semantics B10).
 */
record HandleCheck(Categories categories) implements BundleCheck {

    private static final List<String> HANDLES = List.of("user.unique_id", "user.contact.email");
    private static final List<String> MATCHED = List.of("user.contact.email", "user.contact.phone_number");

    /** What has so few values that all can be tried. */
    private static final List<String> GUESSABLE = List.of(
            "user.contact.address.city",
            "user.contact.address.country",
            "user.contact.address.postal_code",
            "user.contact.address.state",
            "user.contact.phone_number",
            "user.demographic",
            "user.device.ip_address",
            "user.location",
            "user.name.first");

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Policy policy : bundle.policies()) {
            List<Share> shares = policy.allShares();
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
        return share instanceof Share.OfBirthDate
                || share instanceof Share.OfCategory of
                        && categories.personal(of.category().name());
    }

    private boolean isHandle(Share share) {
        return share instanceof Share.OfCustomer
                || share instanceof Share.OfCategory of
                        && of.form().tellsApart()
                        && reaches(handles(of.form()), of.category().name());
    }

    private static List<String> handles(FormSpec form) {
        return form.matched() ? MATCHED : HANDLES;
    }

    private boolean reaches(List<String> handles, String category) {
        return handles.stream()
                .anyMatch(handle -> categories.grants(category, handle) || categories.covers(handle, category));
    }

    private void guessable(Share share, Problems problems) {
        if (share instanceof Share.OfCategory of
                && guessable(of.form())
                && GUESSABLE.stream()
                        .anyMatch(few -> categories.covers(few, of.category().name()))) {
            problems.warning(
                    "guessable-pseudonym",
                    of.location(),
                    "`" + of.form().word() + "` of `" + of.category()
                            + "` can be undone by trying all values, if the key ever leaks",
                    "a coarser form says less: `truncate`, `date_part`, `age_band`");
        }
    }

    /** Whether it is made with a key of a value that nothing has made coarser. */
    private static boolean guessable(FormSpec form) {
        return form.steps().get(0) instanceof Keyed;
    }

    private static boolean allFound(Bundle bundle, Policy policy) {
        return Grants.catalogs(bundle, policy).size() == policy.catalogs().size();
    }

    private static boolean knowsCustomers(Catalog catalog) {
        return catalog.records().stream()
                .anyMatch(record -> !record.customer().ids().isEmpty());
    }
}
