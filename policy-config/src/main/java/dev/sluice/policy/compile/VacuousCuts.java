package dev.sluice.policy.compile;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.model.ShopForbid;
import dev.sluice.policy.model.Subject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds protects and forbids that nothing in the bundle can ever meet (semantics B14): no partner and purpose that they
 * bind, or no catalogued field. Such a cut protects nobody, and its author believes otherwise.
 */
final class VacuousCuts {

    private final RuleBook book;
    private final Collection<Partner> partners;
    private final Set<NodeMeaning> fields = new HashSet<>();
    private final Kinship kinship;

    VacuousCuts(RuleBook book, Collection<Partner> partners, Collection<CompiledCatalog> catalogs, Kinship kinship) {
        this.book = book;
        this.partners = partners;
        this.kinship = kinship;
        catalogs.forEach(catalog -> fields.addAll(catalog.meanings()));
    }

    void check(Problems problems) {
        for (Policy policy : book.policies()) {
            boolean bound = binds((partner, purpose) -> Reach.cuts(policy, partner, purpose));
            for (Protect protect : policy.protects()) {
                if (protect.mayBeVacuous() == null) {
                    boolean met = met(List.of(protect.category()), protect.of(), protect.subject());
                    check("protect", protect.id(), protect.location(), bound, met, problems);
                }
            }
            policy.forbids().forEach(forbid -> check(forbid, bound, problems));
        }
        for (ShopForbid forbid : book.forbids()) {
            boolean bound = binds((partner, purpose) -> Reach.cuts(forbid, partner, purpose));
            check(forbid.forbid(), bound, problems);
        }
    }

    private void check(Forbid forbid, boolean bound, Problems problems) {
        if (forbid.mayBeVacuous() == null) {
            boolean met = met(forbid.categories(), forbid.of(), forbid.subject());
            check("forbid", forbid.id(), forbid.location(), bound, met, problems);
        }
    }

    private static void check(
            String noun, Named id, SourceLocation location, boolean bound, boolean met, Problems problems) {
        if (!bound || !met) {
            problems.error(
                    "vacuous-cut",
                    location,
                    "the " + noun + " `" + id + "` can never hold for anything: "
                            + (bound ? "no catalog has such a field" : "it binds no partner for any purpose"),
                    "mend it, or say `may_be_vacuous:` and why");
        }
    }

    private boolean binds(BiPredicate<Partner, String> cuts) {
        return partners.stream()
                .anyMatch(partner -> partner.purposes().stream().anyMatch(one -> cuts.test(partner, one.name())));
    }

    private boolean met(List<Named> categories, @Nullable Named part, @Nullable Subject subject) {
        return fields.stream()
                .filter(field -> part == null || field.parts().contains(part.name()))
                .filter(field -> subject == null || subject == field.subject())
                .flatMap(field -> field.cutBy().stream())
                .anyMatch(category -> categories.stream().anyMatch(one -> kinship.related(one.name(), category)));
    }
}
