package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.Form;
import java.util.List;

/**
 * All rules that meet on the fields of one class. Forms are ranked from the mildest to the strictest, so the least
 * protective
 * share is the lowest rank and a protect lifts it.
 *
 * @param recordType the record type, or {@link dev.sluice.policy.field.FieldTree#NONE} outside records
 * @param personal whether it holds a personal field: one that makes the record leave
 * @param asIsOnly whether another form than as it is would withhold it
 * @param shares by category: which shares grant it, in which rank
 * @param documentReason outside records: the reason that shares it, or -1
 * @param protects in which rank they lift
 * @param names the classes of the names on the way: one that stays takes this along
 * @param forms by rank
 */
public record ClassRules(
        int recordType,
        boolean personal,
        boolean asIsOnly,
        List<List<Ranked>> shares,
        int documentReason,
        List<Ranked> protects,
        List<Integer> forbids,
        List<Integer> names,
        List<RankedForm> forms) {

    /** The rules of a class that has none of its own: that never leaves, or stands for others. */
    public static final ClassRules NOTHING =
            new ClassRules(-2, false, false, List.of(), -1, List.of(), List.of(), List.of(), List.of());

    public ClassRules {
        shares = shares.stream().map(List::copyOf).toList();
        protects = List.copyOf(protects);
        forbids = List.copyOf(forbids);
        names = List.copyOf(names);
        forms = List.copyOf(forms);
    }

    /** The stricter of two ranks, in an envelope if one of them is. */
    int stricter(int one, int other) {
        int rank = Math.max(one, other);
        boolean enveloped = forms.get(one).enveloped() || forms.get(other).enveloped();
        return enveloped && !forms.get(rank).enveloped() ? rank + 1 : rank;
    }

    /** The rank of the same form without an envelope. */
    int inside(int rank) {
        return forms.get(rank).enveloped() ? rank - 1 : rank;
    }

    /** A rule's number in the plan and the rank of its form. */
    public record Ranked(int rule, int rank) {}

    /**
     * @param total whether it can apply to every value
     * @param hollow whether nothing of the value is left: it does not meet a row's need
     * @param enveloped whether it is the form of the rank before, in an envelope
     */
    public record RankedForm(Form form, boolean total, boolean hollow, boolean enveloped) {}
}
