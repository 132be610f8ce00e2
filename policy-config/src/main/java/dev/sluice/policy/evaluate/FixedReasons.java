package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.Reason;
import java.util.List;

/** The reasons that no rule gives: the first of every plan. */
public final class FixedReasons {

    public static final int NOT_SHARED = 0;
    static final int NOTHING_PERSONAL = 1;
    static final int UNUSABLE_ID = 2;
    static final int ENCLOSING_WITHHELD = 3;
    public static final int FORM_CANNOT_APPLY = 4;
    public static final int CONTAINER = 5;
    static final int LEAVES = 6;
    public static final int UNCLASSIFIED = 7;

    /** In the order of their indexes. */
    public static final List<Reason> ALL = List.of(
            new Reason(Reason.Cause.NOT_SHARED, null, null),
            new Reason(Reason.Cause.NOTHING_PERSONAL, null, null),
            new Reason(Reason.Cause.UNUSABLE_ID, null, null),
            new Reason(Reason.Cause.ENCLOSING_WITHHELD, null, null),
            new Reason(Reason.Cause.FORM_CANNOT_APPLY, null, null),
            new Reason(Reason.Cause.SHARED, null, null),
            new Reason(Reason.Cause.SHARED, null, null),
            new Reason(Reason.Cause.UNCLASSIFIED, null, null));

    private FixedReasons() {}
}
