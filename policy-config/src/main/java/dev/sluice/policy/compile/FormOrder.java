package dev.sluice.policy.compile;

import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.FormTraits.Left;
import dev.sluice.policy.transform.Keyed;
import java.util.List;

/**
 * The partial order of forms by what the receiver can still learn: as it is, then a match hash, then whatever is
 * keyed or made
 * coarser, then replaced and nulled; each of them is milder than itself in an envelope, and that milder than the
 * next. Two forms of
 * one kind are ordered by their parameters, a token and format-preserving encryption are milder than the pseudonym
 * of the same
 * domain, and a pipeline is stricter than its beginning. Otherwise neither is milder.
 */
final class FormOrder {

    private FormOrder() {}

    /** How one form stands to another. */
    enum Relation {
        SAME,
        MILDER,
        STRICTER,
        NOT_ORDERED
    }

    static Relation compare(MeetingForm one, MeetingForm other) {
        Relation inside = compareInside(one, other);
        if (inside != Relation.SAME || one.enveloped() == other.enveloped()) {
            return inside;
        }
        return one.enveloped() ? Relation.STRICTER : Relation.MILDER;
    }

    /**
     * Whether it may tell more than a bound does. A keyed bound is met by its own kind, whatever the key, and by
     * what is stricter;
     * what is not ordered is not met.
     */
    static boolean weakerThan(MeetingForm form, FormSpec bound) {
        FormSpec last = form.steps().get(form.steps().size() - 1);
        if (bound instanceof Keyed) {
            boolean met = last instanceof Keyed keyed && !keyed.reversible() || last.getClass() == bound.getClass();
            return !met && !form.hollow();
        }
        Relation relation = compareInside(form, new MeetingForm(bound, false, false));
        return relation == Relation.MILDER || relation == Relation.NOT_ORDERED;
    }

    private static Relation compareInside(MeetingForm one, MeetingForm other) {
        if (one.handle() == other.handle() && one.spec().equals(other.spec())) {
            return Relation.SAME;
        }
        int byLevel = left(one.steps()).compareTo(left(other.steps()));
        if (byLevel != 0) {
            return byLevel < 0 ? Relation.MILDER : Relation.STRICTER;
        }
        if (one.handle() || other.handle()) {
            return Relation.NOT_ORDERED;
        }
        if (begins(one.steps(), other.steps())) {
            return Relation.MILDER;
        }
        return begins(other.steps(), one.steps()) ? Relation.STRICTER : Relation.NOT_ORDERED;
    }

    private static Left left(List<FormSpec> steps) {
        return steps.stream()
                .map(step -> step.traits().left())
                .max(Left::compareTo)
                .orElse(Left.ALL);
    }

    /** Whether the first steps tell all that the others tell, and more: the others go on from there, or from less. */
    private static boolean begins(List<FormSpec> more, List<FormSpec> less) {
        int last = more.size() - 1;
        if (last >= less.size() || !more.subList(0, last).equals(less.subList(0, last))) {
            return false;
        }
        return more.get(last).equals(less.get(last)) ? last + 1 < less.size() : tells(more.get(last), less.get(last));
    }

    /** Whether the first step tells all that the second tells of the same value, and more. */
    private static boolean tells(FormSpec more, FormSpec less) {
        int byLevel = more.traits().left().compareTo(less.traits().left());
        return byLevel < 0 || byLevel == 0 && more.tellsMoreThan(less);
    }
}
