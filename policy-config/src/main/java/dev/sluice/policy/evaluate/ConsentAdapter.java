package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.Scalar;
import java.util.List;

/** Knows one shop's way of saying what a customer agreed to. */
public interface ConsentAdapter {

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
