package dev.sluice.policy.model;

import java.util.List;

/** What stands outside any record: nothing personal. Paths are from the document's root. */
public record DocumentShape(List<FactShape> facts, List<FieldShape> fields) {

    public DocumentShape {
        facts = List.copyOf(facts);
        fields = List.copyOf(fields);
    }
}
