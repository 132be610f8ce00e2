package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.KnownCustomer;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What the places of a record say about consent, source by source. Each place is a source; adapters add entries to
 * the one that
 * is open.
 */
public final class ConsentEntries {

    /** The time of a grant without a date: older than all. */
    static final long OLDEST = Long.MIN_VALUE;

    /** The time of a refusal without a date: newer than all. */
    static final long NEWEST = Long.MAX_VALUE;

    /** The end of a grant that never ends. */
    static final long NEVER = Long.MAX_VALUE;

    /** Stands for no place of a catalog. */
    private static final int NO_PLACE = -1;

    private static final int FEW = 8;

    private int size;
    private int sources;
    private int place;
    private boolean recordOnly;
    private boolean refusalsOnly;
    private boolean alwaysConfirmed;
    private long ends = NEVER;
    private @Nullable String wording;
    private KnownCustomer.@Nullable Entry onRecord;
    private Word[] words = new Word[FEW];
    private int[] source = new int[FEW];
    private int[] places = new int[FEW];
    private long[] times = new long[FEW];
    private boolean[] confirmed = new boolean[FEW];
    private long[] expiries = new long[FEW];
    private @Nullable String[] wordings = new String[FEW];
    private KnownCustomer.@Nullable Entry[] onRecords = new KnownCustomer.Entry[FEW];
    private boolean[] ofRecordOnly = new boolean[FEW];
    private boolean[] ofRefusalsOnly = new boolean[FEW];

    /** What an entry says. */
    public enum Word {
        YES,
        NO,
        UNCLEAR
    }

    void clear() {
        size = 0;
        sources = 0;
        refusalsOnly = false;
    }

    /** Opens the source of one place. @param consentPlace its index in the catalog */
    void open(int consentPlace, boolean forRecordOnly) {
        place = consentPlace;
        recordOnly = forRecordOnly;
        alwaysConfirmed = false;
        ends = NEVER;
        wording = null;
        onRecord = null;
        sources++;
    }

    /** Opens the source of what is on record of one customer beside the document. */
    void openRecord() {
        open(NO_PLACE, false);
    }

    /** An entry of what is on record. */
    void record(KnownCustomer.Entry entry) {
        onRecord = entry;
        ends = entry.expires() == null ? NEVER : entry.expires().toEpochMilli();
        wording = entry.wording();
        Instant at = entry.at();
        switch (entry.state()) {
            case GIVEN, RENEWED -> yes(at == null ? OLDEST : at.toEpochMilli(), entry.doubleOptIn());
            case REFUSED, WITHDRAWN, OBJECTED, INVALIDATED -> no(at == null ? NEWEST : at.toEpochMilli());
            case REQUESTED, PENDING -> unclear(at == null ? NEWEST : at.toEpochMilli());
        }
    }

    /** An entry of what is on record. @param onlyRefusals whether a yes of its source says nothing */
    void record(KnownCustomer.Entry entry, boolean onlyRefusals) {
        refusalsOnly = onlyRefusals;
        record(entry);
        refusalsOnly = false;
    }

    /**
     * What the grants of the open source are worth.
     *
     * @param confirmedAnyway whether they are confirmed whatever the adapter says
     * @param until milliseconds since 1970 at which they end, or {@link #NEVER}
     * @param under the text that they were given under, or null if nobody knows
     */
    void terms(boolean confirmedAnyway, long until, @Nullable String under) {
        alwaysConfirmed = confirmedAnyway;
        ends = until;
        wording = under;
    }

    /** A grant. @param time milliseconds since 1970, or {@link #OLDEST} @param doubleOptIn whether it was confirmed */
    void yes(long time, boolean doubleOptIn) {
        add(Word.YES, time, doubleOptIn || alwaysConfirmed);
    }

    /** A refusal. @param time milliseconds since 1970, or {@link #NEWEST} */
    void no(long time) {
        add(Word.NO, time, false);
    }

    /** Something that may be either. @param time as of a refusal */
    void unclear(long time) {
        add(Word.UNCLEAR, time, false);
    }

    /**
     * Adds the sources of another record about the same person, or their refusals alone. What is of that record only
     * stays.
     */
    void merge(ConsentEntries other, boolean onlyRefusals) {
        int last = -1;
        for (int k = 0; k < other.size; k++) {
            if (other.ofRecordOnly[k]) {
                continue;
            }
            if (other.source[k] != last) {
                last = other.source[k];
                open(other.places[k], false);
            }
            refusalsOnly = onlyRefusals || other.ofRefusalsOnly[k];
            onRecord = other.onRecords[k];
            ends = other.expiries[k];
            wording = other.wordings[k];
            add(other.words[k], other.times[k], other.confirmed[k]);
        }
        refusalsOnly = false;
    }

    /** Adds everything of the record itself. */
    void take(ConsentEntries own) {
        take(own, entry -> true);
    }

    /** Adds some of the record itself. @param which by the number of an entry */
    void take(ConsentEntries own, IntPredicate which) {
        int last = -1;
        for (int k = 0; k < own.size; k++) {
            if (!which.test(k)) {
                continue;
            }
            if (own.source[k] != last) {
                last = own.source[k];
                open(own.places[k], own.ofRecordOnly[k]);
            }
            refusalsOnly = own.ofRefusalsOnly[k];
            onRecord = own.onRecords[k];
            ends = own.expiries[k];
            wording = own.wordings[k];
            add(own.words[k], own.times[k], own.confirmed[k]);
        }
        refusalsOnly = false;
    }

    int size() {
        return size;
    }

    Word word(int entry) {
        return words[entry];
    }

    int source(int entry) {
        return source[entry];
    }

    int place(int entry) {
        return places[entry];
    }

    /** The entry beside the document that it is, or null where it stands at a place. */
    KnownCustomer.@Nullable Entry onRecord(int entry) {
        return onRecords[entry];
    }

    long time(int entry) {
        return times[entry];
    }

    boolean confirmed(int entry) {
        return confirmed[entry];
    }

    /** When a grant ends, in milliseconds since 1970, or {@link #NEVER}. */
    long expiry(int entry) {
        return expiries[entry];
    }

    /** The text that a grant was given under, or null if nobody knows. */
    @Nullable String wording(int entry) {
        return wordings[entry];
    }

    /** Whether a yes of this entry's source says nothing. */
    boolean refusalsOnly(int entry) {
        return ofRefusalsOnly[entry];
    }

    private void add(Word word, long time, boolean doubleOptIn) {
        if (size == words.length) {
            grow();
        }
        words[size] = word;
        source[size] = sources;
        places[size] = place;
        times[size] = time;
        confirmed[size] = doubleOptIn;
        expiries[size] = ends;
        wordings[size] = wording;
        onRecords[size] = onRecord;
        ofRecordOnly[size] = recordOnly;
        ofRefusalsOnly[size] = refusalsOnly;
        size++;
    }

    private void grow() {
        int larger = size * 2;
        words = Arrays.copyOf(words, larger);
        source = Arrays.copyOf(source, larger);
        places = Arrays.copyOf(places, larger);
        times = Arrays.copyOf(times, larger);
        confirmed = Arrays.copyOf(confirmed, larger);
        expiries = Arrays.copyOf(expiries, larger);
        wordings = Arrays.copyOf(wordings, larger);
        onRecords = Arrays.copyOf(onRecords, larger);
        ofRecordOnly = Arrays.copyOf(ofRecordOnly, larger);
        ofRefusalsOnly = Arrays.copyOf(ofRefusalsOnly, larger);
    }
}
