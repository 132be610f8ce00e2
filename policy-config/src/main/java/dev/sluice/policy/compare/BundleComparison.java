package dev.sluice.policy.compare;

import dev.sluice.policy.compile.BundlePlans;
import dev.sluice.policy.compile.PlanOutline;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.words.RuleWords;
import dev.sluice.policy.world.TooManyWorldsException;
import dev.sluice.policy.world.Worlds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Compares two bundles: all partners, purposes, catalogs and places, over every customer that could be. */
public final class BundleComparison {

    private final BundlePlans before;
    private final BundlePlans after;
    private final RuleWords wordsBefore;
    private final RuleWords wordsAfter;
    private final Instant now;
    private final boolean sameGround;
    private final Worlds.Memory memory = new Worlds.Memory();
    private final Map<Object, List<Found>> known = new HashMap<>();
    private final Gathering gathering = new Gathering();

    private BundleComparison(BundlePlans before, BundlePlans after, Instant now) {
        this.before = before;
        this.after = after;
        this.wordsBefore = new RuleWords(before.bundle());
        this.wordsAfter = new RuleWords(after.bundle());
        this.now = now;
        this.sameGround = ground(before.bundle()).equals(ground(after.bundle()));
    }

    /**
     * @param now changes from this instant on are told
     * @throws NotComparableException if there are more customers than can be looked at
     */
    public static Differences compare(BundlePlans before, BundlePlans after, Instant now)
            throws NotComparableException {
        return new BundleComparison(before, after, now).compare();
    }

    /** What plans that are alike rest on beside their rules. */
    private static Object ground(Bundle bundle) {
        Map<String, Set<String>> needs = new HashMap<>();
        bundle.policies().forEach(policy -> needs.put(policy.id().name(), names(policy.rowNeeds(), need -> need)));
        return List.of(bundle.categories(), bundle.catalogs(), bundle.ownRegions(), bundle.ownAges(), needs);
    }

    private Differences compare() throws NotComparableException {
        List<Differences.Declared> declared = new ArrayList<>();
        Set<String> ids = names(before.bundle().partners(), Partner::id);
        ids.addAll(names(after.bundle().partners(), Partner::id));
        for (String id : ids) {
            Partner one = find(before.bundle().partners(), Partner::id, id);
            Partner other = find(after.bundle().partners(), Partner::id, id);
            declared.addAll(PartnerFacts.compare(id, one, other));
            compare(id, one, other);
        }
        return new Differences(gathering.changes(), PartnerFacts.widerFirst(declared));
    }

    private void compare(String id, @Nullable Partner one, @Nullable Partner other) throws NotComparableException {
        Set<String> catalogs = names(before.bundle().catalogs(), Catalog::id);
        catalogs.addAll(names(after.bundle().catalogs(), Catalog::id));
        Set<String> purposes = new LinkedHashSet<>(purposes(one));
        purposes.addAll(purposes(other));
        for (String purpose : purposes) {
            for (String catalog : catalogs) {
                try {
                    gathering.add(id, purpose, found(one, other, purpose, catalog));
                } catch (TooManyWorldsException e) {
                    throw new NotComparableException("the bundles cannot be compared for the partner `" + id
                            + "`, the purpose `" + purpose + "` and the catalog `" + catalog + "`: more than "
                            + Worlds.MOST + " kinds of customers: " + e.getMessage());
                }
            }
        }
    }

    private List<Found> found(@Nullable Partner one, @Nullable Partner other, String purpose, String catalog)
            throws TooManyWorldsException {
        Optional<PlanOutline> was = outline(before, one, purpose, catalog);
        Optional<PlanOutline> becomes = outline(after, other, purpose, catalog);
        Object like = was.map(PlanOutline::likeness).orElse("");
        Object likeAfter = becomes.map(PlanOutline::likeness).orElse("");
        if (sameGround && like.equals(likeAfter)) {
            return List.of();
        }
        Object key = List.of(like, likeAfter, purpose, catalog);
        List<Found> found = known.get(key);
        if (found == null) {
            Side left = new Side(
                    was.map(PlanOutline::view).orElse(null),
                    find(before.bundle().catalogs(), Catalog::id, catalog),
                    wordsBefore,
                    " (as the old catalog reads it)");
            Side right = new Side(
                    becomes.map(PlanOutline::view).orElse(null),
                    find(after.bundle().catalogs(), Catalog::id, catalog),
                    wordsAfter,
                    " (as the new catalog reads it)");
            boolean otherRole = one != null
                    && other != null
                    && !one.role().name().equals(other.role().name());
            found = new PlanComparison(catalog, left, right, otherRole, now, memory).find();
            known.put(key, found);
        }
        return found;
    }

    /** Nothing where the bundle does not know the partner, the catalog, or the purpose as one of the partner's. */
    private static Optional<PlanOutline> outline(
            BundlePlans plans, @Nullable Partner partner, String purpose, String catalog) {
        boolean known = partner != null
                && purposes(partner).contains(purpose)
                && find(plans.bundle().catalogs(), Catalog::id, catalog) != null;
        return known && partner != null
                ? Optional.of(plans.outline(partner, purpose, catalog, false))
                : Optional.empty();
    }

    private static List<String> purposes(@Nullable Partner partner) {
        return partner == null ? List.of() : BundlePlans.purposes(partner);
    }

    private static <T> Set<String> names(List<T> of, Function<T, Named> id) {
        Set<String> names = new LinkedHashSet<>();
        of.forEach(one -> names.add(id.apply(one).name()));
        return names;
    }

    private static <T> @Nullable T find(List<T> among, Function<T, Named> id, String wanted) {
        return among.stream()
                .filter(one -> id.apply(one).name().equals(wanted))
                .findFirst()
                .orElse(null);
    }
}
