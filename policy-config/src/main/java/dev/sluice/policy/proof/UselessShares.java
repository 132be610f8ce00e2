package dev.sluice.policy.proof;

import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.compile.PlanView.Met;
import dev.sluice.policy.compile.PlanView.ShareView;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds shares that make no difference: whose conditions nobody meets, or where wherever one reaches something, another
 * shares it to the same customers in the same form or a milder one. Handles are left out: each policy should name its own.
 */
final class UselessShares {

    private final List<PlanView> views;
    private final OpenGates gates;
    private final Map<SourceLocation, Found> found = new TreeMap<>();
    private final Map<Object, Boolean> asked = new HashMap<>();

    /** @param views all plans of a bundle */
    UselessShares(List<PlanView> views, OpenGates gates) {
        this.views = views;
        this.gates = gates;
    }

    /** What has been seen of one share. */
    private static final class Found {
        private final ShareView share;
        private boolean acts;
        private boolean matters;
        private @Nullable ShareView instead;

        private Found(ShareView share) {
            this.share = share;
        }
    }

    void tell(Problems problems) {
        views.forEach(view -> view.meetings().forEach(met -> met.shares().forEach(of -> look(view, met, of))));
        Set<String> told = new HashSet<>();
        for (Found one : found.values()) {
            if (!one.acts) {
                if (told.add(one.share.rule())) {
                    neverActs(one.share, problems);
                }
            } else if (!one.matters && one.instead != null) {
                neverDiffers(one.share, one.instead, problems);
            }
        }
    }

    private void look(PlanView view, Met met, List<ShareView> ofCategory) {
        for (ShareView share : ofCategory) {
            Found one = found.computeIfAbsent(share.location(), at -> new Found(share));
            if (gates.hasEnded(questions(view, share.gates()))) {
                one.acts = true;
                one.matters = true;
            }
            one.acts = one.acts || acts(view, share);
            if (!one.matters && share.category() != null) {
                Optional<ShareView> instead = ofCategory.stream()
                        .filter(other -> asMild(met, other, share) && insteadOf(view, share, other))
                        .findFirst();
                one.matters = instead.isEmpty();
                one.instead = instead.orElse(one.instead);
            }
        }
    }

    /** Whether one share leaves as much as another, alone and after all cuts: an envelope stays around what they leave. */
    private static boolean asMild(Met met, ShareView one, ShareView other) {
        boolean cut = met.shares().size() > 1 || met.cuts().stream().anyMatch(protect -> protect.rank() != null);
        boolean sealed = met.forms().get(one.rank()).enveloped()
                && !met.forms().get(other.rank()).enveloped();
        return one.rank() <= other.rank() && !(cut && sealed);
    }

    /** Whether another share, no stricter, reaches all that this one does. Of two that give the same it is the earlier. */
    private boolean insteadOf(PlanView view, ShareView share, ShareView other) {
        boolean comparable = share.policy().equals(other.policy())
                || share.policy().rowNeeds().isEmpty()
                        && other.policy().rowNeeds().isEmpty();
        if (share.location().equals(other.location()) || !comparable) {
            return false;
        }
        if (beyond(view, share, other)) {
            return false;
        }
        boolean earlier = other.location().compareTo(share.location()) < 0;
        return other.rank() < share.rank() || earlier || beyond(view, other, share);
    }

    private boolean acts(PlanView view, ShareView share) {
        return asked.computeIfAbsent(
                List.of(view, share.gates()),
                key -> gates.some(share.location(), view, questions(view, share.gates()), List.of()));
    }

    /** Whether one share reaches somebody whom another does not reach. */
    private boolean beyond(PlanView view, ShareView share, ShareView other) {
        Set<Integer> more = new HashSet<>(other.gates());
        more.removeAll(share.gates());
        return !more.isEmpty()
                && asked.computeIfAbsent(
                        List.of(view, share.gates(), more),
                        key -> gates.some(
                                share.location(), view, questions(view, share.gates()), questions(view, more)));
    }

    private static List<GateQuestion> questions(PlanView view, Collection<Integer> gates) {
        return gates.stream().map(gate -> view.gates().get(gate)).toList();
    }

    private static void neverActs(ShareView share, Problems problems) {
        problems.warning(
                "rule-never-acts",
                share.location(),
                "`" + share.rule() + "` shares nothing: no customer meets all of its conditions and its legal ground",
                "remove it, or mend what it asks");
    }

    private static void neverDiffers(ShareView share, ShareView instead, Problems problems) {
        boolean milder = instead.rank() < share.rank();
        String at = "`" + instead.rule() + "` (" + instead.location() + ")";
        if (milder) {
            problems.warning(
                    "milder-share-elsewhere",
                    share.location(),
                    "the share of `" + share.category() + "` as `" + share.form() + "` has no effect: " + at
                            + " shares the same to the same customers as `" + instead.form()
                            + "`, and the milder form wins",
                    "did you mean `protect`, with `at_most: " + share.form() + "`?");
        } else {
            problems.warning(
                    "share-without-effect",
                    share.location(),
                    "the share of `" + share.category() + "` has no effect: " + at
                            + " shares the same to the same customers",
                    "remove one of them");
        }
    }
}
