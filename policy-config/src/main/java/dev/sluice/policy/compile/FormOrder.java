package dev.sluice.policy.compile;

import dev.sluice.policy.model.FormSpec;
import java.math.BigDecimal;
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

    private static final int CLEAR = 0;
    private static final int HASHED = 1;
    private static final int CHANGED = 2;
    private static final int HOLLOW = 3;

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
        if (bound instanceof FormSpec.Keyed) {
            boolean met = last instanceof FormSpec.Pseudonym || last.getClass() == bound.getClass();
            return !met && !form.hollow();
        }
        Relation relation = compareInside(form, new MeetingForm(bound, false, false));
        return relation == Relation.MILDER || relation == Relation.NOT_ORDERED;
    }

    private static Relation compareInside(MeetingForm one, MeetingForm other) {
        if (one.handle() == other.handle() && one.spec().equals(other.spec())) {
            return Relation.SAME;
        }
        int byLevel = Integer.compare(level(one.steps()), level(other.steps()));
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

    private static int level(List<FormSpec> steps) {
        return steps.stream().mapToInt(FormOrder::level).max().orElse(CLEAR);
    }

    private static int level(FormSpec step) {
        if (step instanceof FormSpec.AsIs) {
            return CLEAR;
        }
        if (step instanceof FormSpec.MatchHash) {
            return HASHED;
        }
        return step instanceof FormSpec.Replace || step instanceof FormSpec.Nullify ? HOLLOW : CHANGED;
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
        int byLevel = Integer.compare(level(more), level(less));
        if (byLevel != 0) {
            return byLevel < 0;
        }
        if (more instanceof FormSpec.Keyed a && less instanceof FormSpec.Pseudonym b) {
            return !(a instanceof FormSpec.Pseudonym)
                    && a.domain() != null
                    && a.domain().equals(b.domain());
        }
        return tellsText(more, less) || tellsRange(more, less);
    }

    private static boolean tellsText(FormSpec more, FormSpec less) {
        if (more instanceof FormSpec.Mask a && less instanceof FormSpec.Mask b) {
            return !a.equals(b) && a.keepFirst() >= b.keepFirst() && a.keepLast() >= b.keepLast();
        }
        if (more instanceof FormSpec.MaskEmail a && less instanceof FormSpec.MaskEmail b) {
            return a.keepDomain() && !b.keepDomain();
        }
        if (more instanceof FormSpec.Truncate a && less instanceof FormSpec.Truncate b) {
            return a.keepFirst() > b.keepFirst();
        }
        if (more instanceof FormSpec.IpTruncate a && less instanceof FormSpec.IpTruncate b) {
            return !a.equals(b) && a.v4() >= b.v4() && a.v6() >= b.v6();
        }
        return false;
    }

    private static boolean tellsRange(FormSpec more, FormSpec less) {
        if (more instanceof FormSpec.DatePart a && less instanceof FormSpec.DatePart b) {
            return a.part().compareTo(b.part()) < 0;
        }
        if (more instanceof FormSpec.AgeBand a && less instanceof FormSpec.AgeBand b) {
            return !a.equals(b) && a.bounds().containsAll(b.bounds());
        }
        if (more instanceof FormSpec.Bucket a && less instanceof FormSpec.Bucket b) {
            return !a.equals(b) && a.bounds().containsAll(b.bounds());
        }
        if (more instanceof FormSpec.Round a && less instanceof FormSpec.Round b) {
            return new BigDecimal(a.to()).compareTo(new BigDecimal(b.to())) < 0;
        }
        return false;
    }
}
