package dev.sluice.policy.compile;

import dev.sluice.policy.model.FormSpec;
import java.math.BigDecimal;

/**
 * The partial order of forms by what the receiver can still learn: as it is, then whatever is keyed or made coarser, then
 * replaced and nulled. Two forms of one kind are ordered by their parameters; of different kinds, or of two
 * replacements, neither
 * is milder.
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
        if (one.equals(other)) {
            return Relation.SAME;
        }
        int byLevel = Integer.compare(level(one), level(other));
        if (byLevel != 0) {
            return byLevel < 0 ? Relation.MILDER : Relation.STRICTER;
        }
        if (one.handle() || other.handle()) {
            return Relation.NOT_ORDERED;
        }
        if (tells(one.spec(), other.spec())) {
            return Relation.MILDER;
        }
        return tells(other.spec(), one.spec()) ? Relation.STRICTER : Relation.NOT_ORDERED;
    }

    private static int level(MeetingForm form) {
        if (form.spec() instanceof FormSpec.AsIs) {
            return 0;
        }
        return form.hollow() ? 2 : 1;
    }

    /** Whether the first tells all that the second of the same kind tells, and more. */
    private static boolean tells(FormSpec more, FormSpec less) {
        if (more instanceof FormSpec.Mask a && less instanceof FormSpec.Mask b) {
            return a.keepFirst() >= b.keepFirst() && a.keepLast() >= b.keepLast();
        }
        if (more instanceof FormSpec.MaskEmail a && less instanceof FormSpec.MaskEmail b) {
            return a.keepDomain() && !b.keepDomain();
        }
        if (more instanceof FormSpec.Truncate a && less instanceof FormSpec.Truncate b) {
            return a.keepFirst() > b.keepFirst();
        }
        if (more instanceof FormSpec.DatePart a && less instanceof FormSpec.DatePart b) {
            return a.part().compareTo(b.part()) < 0;
        }
        if (more instanceof FormSpec.AgeBand a && less instanceof FormSpec.AgeBand b) {
            return a.bounds().containsAll(b.bounds());
        }
        if (more instanceof FormSpec.Round a && less instanceof FormSpec.Round b) {
            return new BigDecimal(a.to()).compareTo(new BigDecimal(b.to())) < 0;
        }
        return false;
    }
}
