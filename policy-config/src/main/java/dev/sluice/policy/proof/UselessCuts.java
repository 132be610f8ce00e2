package dev.sluice.policy.proof;

import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.MeetingForm;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.compile.PlanView.CutView;
import dev.sluice.policy.compile.PlanView.Met;
import dev.sluice.policy.compile.PlanView.ShareView;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.Gate;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Force;
import dev.sluice.policy.model.Named;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds protects and forbids without which everything would leave, and stay, as it does: nobody shares what they cut, no
 * customer whom they hold for is reached, or another cuts at least as much for the same customers. Those that ask about
 * partners are left out, since they are written for partners to come.
 */
final class UselessCuts {

    private final List<PlanView> views;
    private final OpenGates gates;
    private final Map<SourceLocation, Found> found = new TreeMap<>();
    private final Map<Object, Boolean> asked = new HashMap<>();

    /** @param views all plans of a bundle, those in which rules in shadow are live among them */
    UselessCuts(Bundle bundle, List<PlanView> views, OpenGates gates) {
        this.views = views;
        this.gates = gates;
        bundle.policies().forEach(policy -> {
            policy.protects().stream()
                    .filter(one -> one.mayBeVacuous() == null)
                    .forEach(one ->
                            add("protect", one.id(), one.force(), one.location(), Stream.ofNullable(one.when())));
            policy.forbids().forEach(this::add);
        });
        bundle.forbids().forEach(one -> add(one.forbid()));
    }

    /** What has been seen of one of them. */
    private static final class Found {
        private final String noun;
        private final Named id;
        private boolean matters;
        private boolean meets;
        private @Nullable SourceLocation instead;

        private Found(String noun, Named id) {
            this.noun = noun;
            this.id = id;
        }
    }

    private void add(Forbid forbid) {
        if (forbid.mayBeVacuous() == null) {
            Stream<Condition> conditions =
                    Stream.of(forbid.when(), forbid.unless()).filter(Objects::nonNull);
            add("forbid", forbid.id(), forbid.force(), forbid.location(), conditions);
        }
    }

    private void add(String noun, Named id, Force force, SourceLocation location, Stream<Condition> conditions) {
        if (force.mode() == Force.Mode.LIVE && conditions.allMatch(UselessConditions::ofCustomers)) {
            found.put(location, new Found(noun, id));
        }
    }

    void tell(Problems problems) {
        views.forEach(view -> view.meetings().forEach(met -> look(view, met)));
        found.forEach((location, one) -> {
            if (!one.matters) {
                problems.warning(
                        "cut-without-effect",
                        location,
                        "the " + one.noun + " `" + one.id + "` changes nothing: " + why(one),
                        "remove it, or if it stands there for later, say so: `may_be_vacuous: why`");
            }
        });
    }

    private static String why(Found one) {
        if (one.instead != null) {
            return "what stands at " + one.instead + " cuts as much of the same customers";
        }
        return one.meets
                ? "of no customer would more leave without it, nor in a milder form"
                : "nothing that it speaks of is shared with anybody whom it binds";
    }

    private void look(PlanView view, Met met) {
        for (CutView cut : met.cuts()) {
            Found one = found.get(cut.location());
            if (one == null || one.matters || !met.shared()) {
                continue;
            }
            one.meets = true;
            one.matters = gates.hasEnded(questions(view, gates(cut))) || met.document();
            for (List<ShareView> ofCategory : met.shares()) {
                for (ShareView share : ofCategory) {
                    one.matters = one.matters || bites(view, met, share, cut, one);
                }
            }
        }
    }

    /** Whether a share lets something out to somebody that nothing but this cut keeps back or changes so. */
    private boolean bites(PlanView view, Met met, ShareView share, CutView cut, Found note) {
        Set<Integer> both = gates(cut);
        both.addAll(share.gates());
        Integer rank = cut.rank();
        boolean asStrict = rank != null
                && share.rank() >= rank
                && asksNoMore(met.forms().get(rank), met.forms().get(share.rank()));
        if (asStrict || !some(view, cut.location(), both, Set.of())) {
            return false;
        }
        Optional<CutView> instead = met.cuts().stream()
                .filter(other -> insteadOf(view, met, both, share, cut, other))
                .findFirst();
        note.instead = instead.map(CutView::location).orElse(note.instead);
        return instead.isEmpty();
    }

    /** Whether another cuts at least as much, wherever this one cuts. Of two that cut the same the earlier one does. */
    private boolean insteadOf(PlanView view, Met met, Set<Integer> both, ShareView share, CutView cut, CutView other) {
        if (other.location().equals(cut.location()) || !asStrict(met, other, cut)) {
            return false;
        }
        if (beyond(view, cut.location(), both, gates(other))) {
            return false;
        }
        Set<Integer> otherBoth = gates(other);
        otherBoth.addAll(share.gates());
        boolean alike = asStrict(met, cut, other) && !beyond(view, other.location(), otherBoth, gates(cut));
        return !alike || other.location().compareTo(cut.location()) < 0;
    }

    private static boolean asStrict(Met met, CutView one, CutView other) {
        Integer rank = one.rank();
        Integer less = other.rank();
        if (rank == null || less == null) {
            return rank == null;
        }
        return rank >= less && asksNoMore(met.forms().get(less), met.forms().get(rank));
    }

    /** Whether a form is fit for every value for which another is, and in an envelope only where that is. */
    private static boolean asksNoMore(MeetingForm form, MeetingForm other) {
        if (form.equals(other)) {
            return true;
        }
        return form.enveloped() == other.enveloped() && form.fitAs(other) || form.total() && !form.enveloped();
    }

    private static Set<Integer> gates(CutView cut) {
        Set<Integer> gates = new LinkedHashSet<>(List.of(cut.gate()));
        gates.remove(Gate.NONE);
        return gates;
    }

    /** Whether there can be somebody for whom these are open, and not all of others. */
    private boolean beyond(PlanView view, SourceLocation of, Set<Integer> open, Set<Integer> others) {
        Set<Integer> more = new LinkedHashSet<>(others);
        more.removeAll(open);
        return !more.isEmpty() && some(view, of, open, more);
    }

    /** Whether there can be somebody for whom all of the first are open and, if there are any, not all of the others. */
    private boolean some(PlanView view, SourceLocation of, Set<Integer> open, Set<Integer> notAll) {
        return asked.computeIfAbsent(
                List.of(view, Set.copyOf(open), Set.copyOf(notAll)),
                key -> gates.some(of, view, questions(view, open), questions(view, notAll)));
    }

    private static List<GateQuestion> questions(PlanView view, Collection<Integer> gates) {
        return gates.stream().map(gate -> view.gates().get(gate)).toList();
    }
}
