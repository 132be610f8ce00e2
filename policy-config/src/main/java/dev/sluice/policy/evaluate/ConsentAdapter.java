package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.Scalar;
import java.util.List;

/** Knows one shop's way of saying what a customer agreed to. */
public interface ConsentAdapter {

    /** What catalogs name as {@code adapter}. */
    String word();

    /** Whether it knows the shop's own words for a yes; else the catalog says them as {@code given}. */
    boolean knowsWords();

    /** Whether it finds the time by itself; else the catalog may say where it stands as {@code time_at}. */
    boolean knowsTime();

    /** Whether it tells a confirmed yes from another; else the catalog may say what all are as {@code opt_in}. */
    boolean knowsOptIn();

    /** The members below its place that it reads. Its first slot is the place itself, then one for each of these. */
    List<String> members();

    /** A reader for one place. @param given the values that the catalog takes for a yes; not every adapter asks */
    Reader reader(List<Scalar> given);

    /** Reads one record's entries. Safe for any number of threads. */
    @FunctionalInterface
    interface Reader {

        void read(RecordFacts facts, int[] slots, ConsentEntries into);
    }
}
