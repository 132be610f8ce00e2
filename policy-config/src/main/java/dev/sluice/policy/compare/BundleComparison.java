package dev.sluice.policy.compare;

import dev.sluice.policy.compile.BundlePlans;
import dev.sluice.policy.compile.PlanOutline;
import dev.sluice.policy.form.KeyUse;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares two bundles: all partners, purposes, catalogs and places, over every customer that could be. */
public final class BundleComparison {

    private final InForce before;
    private final InForce after;
    private final RuleWords wordsBefore;
    private final RuleWords wordsAfter;
    private final Instant now;
    private final boolean sameGround;
    private final Worlds.Memory memory = new Worlds.Memory();
    private final Map<Object, List<Found>> known = new HashMap<>();
    private final Gathering gathering = new Gathering();

    private BundleComparison(InForce before, InForce after, Instant now) {
        this.before = before;
        this.after = after;
        this.wordsBefore = new RuleWords(before.plans().bundle());
        this.wordsAfter = new RuleWords(after.plans().bundle());
        this.now = now;
        this.sameGround = ground(before.plans()).equals(ground(after.plans()));
    }

    /**
     * Compares what two bundles say by themselves. They name keys, and those of one name are taken for the same where both
     * were loaded with the same.
     *
     * @param now changes from this instant on are told
     * @throws NotComparableException if there are more customers than can be looked at
     */
    public static Differences compare(BundlePlans before, BundlePlans after, Instant now)
            throws NotComparableException {
        return compare(new InForce(before, Serving.ALL), new InForce(after, Serving.ALL), now);
    }

    /**
     * Compares what leaves by two bundles where they are in force. What is handed out by neither is compared too, as if it
     * were.
     *
     * @param now changes from this instant on are told
     * @throws NotComparableException if there are more customers than can be looked at
     */
    public static Differences compare(InForce before, InForce after, Instant now) throws NotComparableException {
        return new BundleComparison(before, after, now).compare();
    }

    /** What plans that are alike rest on beside their rules. */
    private static Object ground(BundlePlans plans) {
        Bundle bundle = plans.bundle();
        Map<String, Set<String>> needs = new HashMap<>();
        bundle.policies().forEach(policy -> needs.put(policy.id().name(), names(policy.rowNeeds(), need -> need)));
        return List.of(
                bundle.categories(),
                bundle.catalogs(),
                bundle.ownRegions(),
                bundle.ownAges(),
                needs,
                KeyUse.likeness(plans.keys()));
    }

    private Differences compare() throws NotComparableException {
        Bundle was = before.plans().bundle();
        Bundle becomes = after.plans().bundle();
        List<Differences.Declared> declared = new ArrayList<>();
        Set<String> ids = names(was.partners(), Partner::id);
        ids.addAll(names(becomes.partners(), Partner::id));
        Set<String> catalogs = names(was.catalogs(), Catalog::id);
        catalogs.addAll(names(becomes.catalogs(), Catalog::id));
        for (String id : ids) {
            Recipient recipient =
                    new Recipient(id, find(was.partners(), Partner::id, id), find(becomes.partners(), Partner::id, id));
            declared.addAll(PartnerFacts.compare(id, recipient.before(), recipient.after()));
            compare(recipient, catalogs);
        }
        return new Differences(gathering.changes(), List.of()).with(declared);
    }

    /** A partner, as each bundle knows it if it does. */
    private record Recipient(
            String id, @Nullable Partner before, @Nullable Partner after) {

        boolean otherRole() {
            return before != null
                    && after != null
                    && !before.role().name().equals(after.role().name());
        }

        /** Equal for partners who are given the same while keys change. */
        List<Partner.KeyChange> keyChange() {
            return Stream.of(before, after)
                    .filter(Objects::nonNull)
                    .map(Partner::keyChange)
                    .toList();
        }
    }

    private void compare(Recipient recipient, Set<String> catalogs) throws NotComparableException {
        Set<String> was = purposes(recipient.before());
        Set<String> becomes = purposes(recipient.after());
        Set<String> purposes = new LinkedHashSet<>(was);
        purposes.addAll(becomes);
        for (String purpose : purposes) {
            Partner one = was.contains(purpose) ? recipient.before() : null;
            Partner other = becomes.contains(purpose) ? recipient.after() : null;
            for (String catalog : catalogs) {
                boolean served = before.serving().serves(recipient.id(), purpose, catalog);
                boolean servedAfter = after.serving().serves(recipient.id(), purpose, catalog);
                boolean handed = served || !servedAfter;
                boolean handedAfter = servedAfter || !served;
                Outlines outlines = new Outlines(
                        outline(before.plans(), handed ? one : null, purpose, catalog),
                        outline(after.plans(), handedAfter ? other : null, purpose, catalog),
                        handed,
                        handedAfter);
                compare(recipient, purpose, catalog, outlines);
            }
        }
    }

    private static Set<String> purposes(@Nullable Partner partner) {
        return partner == null ? Set.of() : new LinkedHashSet<>(BundlePlans.purposes(partner));
    }

    /**
     * What binds a partner for one purpose and catalog; nothing where it gets nothing in any case.
     *
     * @param served whether it is handed out by the old side; where neither does that, both count as if
     */
    private record Outlines(
            Optional<PlanOutline> before, Optional<PlanOutline> after, boolean served, boolean servedAfter) {

        List<Object> likeness() {
            return List.of(
                    before.map(PlanOutline::likeness).orElse(""),
                    after.map(PlanOutline::likeness).orElse(""));
        }
    }

    private void compare(Recipient recipient, String purpose, String catalog, Outlines outlines)
            throws NotComparableException {
        try {
            gathering.add(recipient.id(), purpose, found(recipient, purpose, catalog, outlines));
        } catch (TooManyWorldsException e) {
            throw new NotComparableException("the bundles cannot be compared for the partner `" + recipient.id()
                    + "`, the purpose `" + purpose + "` and the catalog `" + catalog + "`: more than "
                    + Worlds.MOST + " kinds of customers: " + e.getMessage());
        }
    }

    private List<Found> found(Recipient recipient, String purpose, String catalog, Outlines outlines)
            throws TooManyWorldsException {
        List<Object> like = outlines.likeness();
        boolean sameChange = recipient.keyChange().stream().distinct().count() < 2;
        if (sameGround && sameChange && like.get(0).equals(like.get(1))) {
            return List.of();
        }
        Object key = List.of(like, purpose, catalog, recipient.keyChange(), outlines.served(), outlines.servedAfter());
        List<Found> found = known.get(key);
        if (found == null) {
            Side left = side(
                    before,
                    outlines.before(),
                    outlines.served(),
                    catalog,
                    wordsBefore,
                    " (as the old catalog reads it)");
            Side right = side(
                    after,
                    outlines.after(),
                    outlines.servedAfter(),
                    catalog,
                    wordsAfter,
                    " (as the new catalog reads it)");
            found = new PlanComparison(catalog, left, right, recipient.otherRole(), now, memory).find();
            known.put(key, found);
        }
        return found;
    }

    private static Side side(
            InForce of, Optional<PlanOutline> outline, boolean served, String catalog, RuleWords words, String reader) {
        return new Side(
                outline.map(PlanOutline::view).orElse(null),
                find(of.plans().bundle().catalogs(), Catalog::id, catalog),
                served,
                words,
                reader);
    }

    /** Nothing where the bundle does not know the partner or the catalog. */
    private static Optional<PlanOutline> outline(
            BundlePlans plans, @Nullable Partner partner, String purpose, String catalog) {
        return partner == null || find(plans.bundle().catalogs(), Catalog::id, catalog) == null
                ? Optional.empty()
                : Optional.of(plans.outline(partner, purpose, catalog, false));
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
