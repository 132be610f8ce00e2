package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.vocabulary.Categories;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Regions;
import dev.sluice.policy.vocabulary.TransferGround;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Personal data leaves the EEA only on a ground that carries it today (GDPR Chapter V). */
final class TransferCheck implements BundleCheck {

    private final Categories categories;
    private final Regions regions;
    private final LocalDate today;

    TransferCheck(Categories categories, Regions regions, LocalDate today) {
        this.categories = categories;
        this.regions = regions;
        this.today = today;
    }

    @Override
    public void check(Bundle bundle, Problems problems) {
        for (Partner partner : bundle.partners()) {
            Set<String> abroad = abroad(partner);
            if (!abroad.isEmpty()
                    && !carried(partner.transfer(), countries(partner))
                    && bundle.policies().stream().anyMatch(policy -> sharesPersonal(policy, partner))) {
                tell(partner, abroad, problems);
            }
        }
    }

    /** No ground at all is an error. A ground that has its days is not, or a gateway would not start the morning after. */
    private void tell(Partner partner, Set<String> abroad, Problems problems) {
        String message = "personal data goes to the partner `" + partner.id() + "` in " + String.join(", ", abroad)
                + ", outside the EEA, " + why(partner.transfer());
        if (carriedOnItsDays(partner)) {
            problems.warning("transfer-not-in-force", partner.location(), message, help(partner.transfer()));
        } else {
            problems.error("transfer-without-basis", partner.location(), message, help(partner.transfer()));
        }
    }

    private Set<String> abroad(Partner partner) {
        Set<String> abroad = countries(partner);
        abroad.removeAll(regions.region("EEA").countries(today));
        return abroad;
    }

    private static Set<String> countries(Partner partner) {
        return new TreeSet<>(partner.countries().stream()
                .map(Named::name)
                .map(Countries::alpha2)
                .filter(Objects::nonNull)
                .toList());
    }

    private boolean carried(Partner.@Nullable Transfer transfer, Set<String> countries) {
        return transfer != null
                && new TransferGround(transfer.basis().name(), transfer.signed(), transfer.ends())
                        .carries(countries, regions, today);
    }

    private boolean carriedOnItsDays(Partner partner) {
        Partner.Transfer transfer = partner.transfer();
        return transfer != null
                && new TransferGround(transfer.basis().name(), null, null).carries(countries(partner), regions, today);
    }

    private boolean sharesPersonal(Policy policy, Partner partner) {
        List<Share> shares = policy.allShares();
        return policy.partners().includes(partner)
                && shares.stream()
                        .anyMatch(share -> !(share instanceof Share.OfCategory of)
                                || categories.personal(of.category().name()));
    }

    private String why(Partner.@Nullable Transfer transfer) {
        if (transfer == null) {
            return "and it has no `transfer`";
        }
        LocalDate ends = transfer.ends();
        if (ends != null && ends.isBefore(today)) {
            return "and its `transfer` ended on " + ends;
        }
        LocalDate signed = transfer.signed();
        if (signed != null && signed.isAfter(today)) {
            return "and its `transfer` begins on " + signed;
        }
        return "which the basis `" + transfer.basis() + "` does not cover";
    }

    private static String help(Partner.@Nullable Transfer transfer) {
        return transfer != null && transfer.basis().name().equals("adequacy")
                ? "no adequacy decision covers all of its countries; a certified partner in the US has the basis `dpf`"
                : "say what it rests on: `transfer: { basis: scc, signed: …, ends: …, document: … }`";
    }
}
