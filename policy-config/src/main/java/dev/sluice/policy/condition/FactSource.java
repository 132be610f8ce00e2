package dev.sluice.policy.condition;

import dev.sluice.policy.model.Partner;
import dev.sluice.policy.vocabulary.Regions;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a check is made over: the records of one catalog, and one partner. What is asked for here is read from each
 * record.
 */
public interface FactSource {

    void ask(CustomerFact fact);

    /** Asks for an attribute. Its number, or none if no record of the catalog has it. */
    OptionalInt attribute(String name);

    /** Asks for a fact of the record or document. Its place, or none if no record of the catalog has it. */
    Optional<Place> fact(String name);

    Partner partner();

    /** As they are for this bundle. */
    Regions regions();

    /** Where a fact stands in the catalog. @param number whether it is read as a number, else as text */
    record Place(int index, boolean number) {}
}
