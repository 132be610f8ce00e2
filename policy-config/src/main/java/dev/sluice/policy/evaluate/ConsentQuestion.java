package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.KnownCustomer;
import dev.sluice.policy.decision.Ternary;

/**
 * Has the customer agreed, for one purpose over one channel? Within a source negative and unclear entries hold unless
 * a later
 * grant lifts them; a grant that does not meet the question, or lies in the future, is passed over. Between sources
 * no beats
 * unclear beats yes, and silence says nothing.
 */
public final class ConsentQuestion {

    private static final int NOTHING = 0;
    private static final int YES = 1;
    private static final int UNCLEAR = 2;
    private static final int NO = 3;

    private final boolean[] granting;
    private final boolean[] refusing;
    private final boolean[] expiring;
    private final ConsentReach reach;
    private final ConsentDemand demand;

    /**
     * @param granting by the catalog's consent places: whether a yes there is a yes to this question
     * @param refusing by the same: whether a no there is a no to it
     * @param expiring by the same: whether a yes there that has ended leaves it unclear
     * @param reach the same for entries on record beside the document
     * @param demand what a yes must be like to count
     */
    public ConsentQuestion(
            boolean[] granting, boolean[] refusing, boolean[] expiring, ConsentReach reach, ConsentDemand demand) {
        this.reach = reach;
        this.granting = granting.clone();
        this.refusing = refusing.clone();
        this.expiring = expiring.clone();
        this.demand = demand;
    }

    /** Whether it was agreed to: unknown where nothing or nothing clear is on record. */
    public Check agreed() {
        return person -> switch (answer(person, true)) {
            case YES -> Ternary.TRUE;
            case NO -> Ternary.FALSE;
            default -> Ternary.UNKNOWN;
        };
    }

    /** Whether nothing on record speaks against it. A yes that has ended is no objection. */
    public Check notRefused() {
        return person -> switch (answer(person, false)) {
            case NO -> Ternary.FALSE;
            case UNCLEAR -> Ternary.UNKNOWN;
            default -> Ternary.TRUE;
        };
    }

    /** What an entry has to say to the question: nothing if it is not heard. */
    boolean hears(ConsentStates.Entry entry, Moment moment) {
        KnownCustomer.Entry onRecord = entry.onRecord(0, 0);
        if (entry.word() != ConsentEntries.Word.YES) {
            return reach.refusing().test(onRecord);
        }
        return entry.expired()
                ? reach.expiring().test(onRecord)
                : reach.granting().test(onRecord)
                        && demand.accepts(entry.confirmed(), entry.wording(), entry.olderThan(), moment);
    }

    /** Whether a yes at a place may be a yes to it. @param place its number in the catalog */
    public boolean grantedAt(int place) {
        return granting[place];
    }

    ConsentDemand demand() {
        return demand;
    }

    private int answer(Person person, boolean withExpired) {
        return answer(person.consents, person.moment, withExpired);
    }

    /** The place of a {@link ConsentStates.Answer}. */
    int answer(ConsentEntries entries, Moment moment, boolean withExpired) {
        int answer = NOTHING;
        int end = entries.size();
        for (int k = 0; k < end; ) {
            int next = k + 1;
            while (next < end && entries.source(next) == entries.source(k)) {
                next++;
            }
            answer = Math.max(answer, source(entries, k, next, moment, withExpired));
            k = next;
        }
        return answer;
    }

    private int source(ConsentEntries entries, int from, int to, Moment moment, boolean withExpired) {
        boolean granted = false;
        long yes = ConsentEntries.OLDEST;
        for (int k = from; k < to; k++) {
            if (counts(entries, k, moment)) {
                granted = true;
                yes = Math.max(yes, entries.time(k));
            }
        }
        int answer = granted && !entries.refusalsOnly(from) ? YES : NOTHING;
        for (int k = from; k < to; k++) {
            int against = against(entries, k, moment, withExpired);
            if (against != NOTHING && (!granted || entries.time(k) >= yes)) {
                answer = Math.max(answer, against);
            }
        }
        return answer;
    }

    private boolean counts(ConsentEntries entries, int k, Moment moment) {
        return entries.word(k) == ConsentEntries.Word.YES
                && granting(entries, k)
                && entries.time(k) <= moment.latestGrant()
                && entries.expiry(k) > moment.millis()
                && demand.met(entries, k, moment);
    }

    /** What an entry has to say against it, leaving aside what lifts that. */
    private int against(ConsentEntries entries, int k, Moment moment, boolean withExpired) {
        return switch (entries.word(k)) {
            case NO -> refusing(entries, k) ? NO : NOTHING;
            case UNCLEAR -> refusing(entries, k) ? UNCLEAR : NOTHING;
            case YES -> withExpired && entries.expiry(k) <= moment.millis() && expiring(entries, k) ? UNCLEAR : NOTHING;
        };
    }

    private boolean granting(ConsentEntries entries, int k) {
        KnownCustomer.Entry onRecord = entries.onRecord(k);
        return onRecord == null ? granting[entries.place(k)] : reach.granting().test(onRecord);
    }

    private boolean refusing(ConsentEntries entries, int k) {
        KnownCustomer.Entry onRecord = entries.onRecord(k);
        return onRecord == null ? refusing[entries.place(k)] : reach.refusing().test(onRecord);
    }

    private boolean expiring(ConsentEntries entries, int k) {
        KnownCustomer.Entry onRecord = entries.onRecord(k);
        return onRecord == null ? expiring[entries.place(k)] : reach.expiring().test(onRecord);
    }
}
