package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.util.List;

/** One JSON shape: where its records are and what stands where. */
public record Catalog(Named id, List<RecordShape> records, DocumentShape document, SourceLocation location) {

    public Catalog {
        records = List.copyOf(records);
    }
}
