package dev.sluice.policy.model;

import java.util.List;

/** A named part of a record: {@code delivery: [shipping_address]}. What no part names is the unnamed part. */
public record PartShape(Named name, List<Place> at) {

    public PartShape {
        at = List.copyOf(at);
    }
}
