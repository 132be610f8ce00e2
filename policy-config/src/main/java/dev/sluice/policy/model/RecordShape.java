package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One kind of record: one customer's piece of a document.
 *
 * @param at absolute paths where such a record begins
 * @param name what the record's own member name is, where {@code at} ends in {@code .*}
 * @param facts facts of the record for conditions
 * @param parts which role a piece of the record plays
 */
public record RecordShape(
        List<Place> at,
        @Nullable NameData name,
        CustomerShape customer,
        List<FactShape> facts,
        List<PartShape> parts,
        List<FieldShape> fields,
        SourceLocation location) {

    public RecordShape {
        at = List.copyOf(at);
        facts = List.copyOf(facts);
        parts = List.copyOf(parts);
        fields = List.copyOf(fields);
    }
}
