package dev.sluice.policy.form;

import dev.sluice.policy.field.RecordContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One platform's rules for making an identifier comparable before it is hashed. */
interface MatchProfile {

    /** What the platform takes hashed; anything else it takes in clear or not at all. */
    Set<MatchIdentifier> hashed();

    /** What is spelled by the customs of the record's country. */
    Set<MatchIdentifier> local();

    /** The one spelling of an identifier, or null if the value is none. @param text without space at its ends */
    @Nullable String spelled(MatchIdentifier identifier, String text, RecordContext context);
}
