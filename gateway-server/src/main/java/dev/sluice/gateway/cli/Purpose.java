package dev.sluice.gateway.cli;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.vocabulary.Purposes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds what a partner may be given data for, and says what there is where it is not found. */
final class Purpose {

    private Purpose() {}

    /** The purpose that was named, or the partner's only one. */
    static String of(Bundle bundle, String partner, @Nullable String named) {
        List<String> purposes = bundle.partners().stream()
                .filter(known -> known.id().name().equals(partner))
                .findFirst()
                .map(Partner::purposes)
                .orElseThrow(() -> new Refusal("unknown partner `" + partner + "`", partners(bundle, partner)))
                .stream()
                .map(Named::name)
                .toList();
        String list = String.join("`, `", purposes);
        if (named == null && purposes.size() != 1) {
            throw new Refusal(
                    "`" + partner + "` has " + purposes.size() + " purposes (expected: --purpose with one of them)",
                    "its purposes are `" + list + "`");
        }
        if (named != null && !Purposes.among(purposes, named)) {
            throw new Refusal(
                    "`" + named + "` is no purpose of the partner `" + partner + "`",
                    "its purposes are `" + list + "` and those below");
        }
        return named == null ? purposes.get(0) : named;
    }

    private static String partners(Bundle bundle, String wanted) {
        List<String> known =
                bundle.partners().stream().map(one -> one.id().name()).toList();
        return suggestion(wanted, known, "the bundle's partners are");
    }

    /** What to do about an unknown catalog. */
    static String catalogs(Bundle bundle, String wanted) {
        List<String> known =
                bundle.catalogs().stream().map(one -> one.id().name()).toList();
        return suggestion(wanted, known, "the bundle's catalogs are");
    }

    private static String suggestion(String wanted, List<String> known, String listing) {
        return NearestName.of(wanted, known)
                .map(name -> "did you mean `" + name + "`?")
                .orElseGet(() -> listing + " `" + String.join("`, `", known) + "`");
    }
}
