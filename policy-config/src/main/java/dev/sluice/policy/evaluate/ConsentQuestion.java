package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.Ternary;

/**
 * Has the customer agreed, for one purpose over one channel? Within a source negative and unclear entries hold unless
 * a later
 * grant lifts them; a grant that does not meet the question, or lies in the future, is passed over. Between sources no beats
 * unclear beats yes, and silence says nothing.
 */
public final class ConsentQuestion {

    private static final int NOTHING = 0;
    private static final int YES = 1;
    private static final int UNCLEAR = 2;
    private static final int NO = 3;

    private final boolean[] granting;
    private final boolean[] refusing;
    private final boolean confirmedOnly;

    /**
     * @param granting by the catalog's consent places: whether a yes there is a yes to this question
     * @param refusing by the same: whether a no there is a no to it
     * @param confirmedOnly whether only a confirmed yes counts
     */
    public ConsentQuestion(boolean[] granting, boolean[] refusing, boolean confirmedOnly) {
        this.granting = granting.clone();
        this.refusing = refusing.clone();
        this.confirmedOnly = confirmedOnly;
    }

    /** Whether it was agreed to: unknown where nothing or nothing clear is on record. */
    public Check agreed() {
        return person -> switch (answer(person)) {
            case YES -> Ternary.TRUE;
            case NO -> Ternary.FALSE;
            default -> Ternary.UNKNOWN;
        };
    }

    /** Whether nothing on record speaks against it. */
    public Check notRefused() {
        return person -> switch (answer(person)) {
            case NO -> Ternary.FALSE;
            case UNCLEAR -> Ternary.UNKNOWN;
            default -> Ternary.TRUE;
        };
    }

    private int answer(Person person) {
        ConsentEntries entries = person.consents;
        int answer = NOTHING;
        int end = entries.size();
        for (int k = 0; k < end; ) {
            int next = k + 1;
            while (next < end && entries.source(next) == entries.source(k)) {
                next++;
            }
            answer = Math.max(answer, source(entries, k, next, person.moment.latestGrant()));
            k = next;
        }
        return answer;
    }

    private int source(ConsentEntries entries, int from, int to, long latestGrant) {
        boolean granted = false;
        long yes = ConsentEntries.OLDEST;
        for (int k = from; k < to; k++) {
            if (entries.word(k) == ConsentEntries.Word.YES
                    && granting[entries.place(k)]
                    && entries.time(k) <= latestGrant
                    && (!confirmedOnly || entries.confirmed(k))) {
                granted = true;
                yes = Math.max(yes, entries.time(k));
            }
        }
        int answer = granted && !entries.refusalsOnly(from) ? YES : NOTHING;
        for (int k = from; k < to; k++) {
            if (entries.word(k) != ConsentEntries.Word.YES
                    && refusing[entries.place(k)]
                    && (!granted || entries.time(k) >= yes)) {
                answer = Math.max(answer, entries.word(k) == ConsentEntries.Word.NO ? NO : UNCLEAR);
            }
        }
        return answer;
    }
}
