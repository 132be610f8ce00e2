package dev.sluice.policy.condition;

import dev.sluice.policy.vocabulary.AgeTable;
import java.time.LocalDate;
import java.util.Set;

/** Gathers what terms tell apart, by the fact that is cut: customers on the same side of every cut are the same to them. */
public interface FactCuts {

    void age(int years);

    void age(AgeTable table);

    void gender();

    /** @param primary a primary subtag in lower case */
    void language(String primary);

    /** @param codes those that are told from all others, ISO 3166-1 alpha-2 in capitals */
    void countries(Set<String> codes);

    /** @param codes those that are told from all others, ISO 3166-2 in capitals */
    void states(Set<String> codes);

    void region(String name);

    void attribute(String name, FactTest test);

    void fact(String name, FactTest test);

    void callerRole(String name);

    /** A day from which on something is another. */
    void firstDay(LocalDate day);

    /** A day after which something is another. */
    void lastDay(LocalDate day);

    /** The days on which what the partner's countries and ground mean becomes another. */
    void partnerDays();
}
