package dev.sluice.policy.decision;

import dev.sluice.policy.decision.RuleTrace.Traced;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which rules speak of which places of one catalog, for one partner and purpose, whatever the customer. */
public record RuleMap(List<Traced> rules, List<Place> places) {

    public RuleMap {
        rules = List.copyOf(rules);
        places = List.copyOf(places);
    }

    /**
     * A catalogued place.
     *
     * @param node its number in the catalog's tree
     * @param pattern as the catalog spells it
     * @param categories what it is; cuts look at these
     * @param documentBy outside records: the policy that lets it leave, or null
     * @param shares by category: the shares that grant it
     */
    public record Place(
            int node,
            String pattern,
            List<String> categories,
            @Nullable Reason documentBy,
            List<List<Spoken>> shares,
            List<Spoken> protects,
            List<Spoken> forbids) {

        public Place {
            categories = List.copyOf(categories);
            shares = shares.stream().map(List::copyOf).toList();
            protects = List.copyOf(protects);
            forbids = List.copyOf(forbids);
        }

        /** Whether some customer may exist of whom it leaves. */
        public boolean mayLeave() {
            return documentBy != null && forbids.isEmpty()
                    || !shares.isEmpty()
                            && shares.stream().noneMatch(List::isEmpty)
                            && forbids.stream().noneMatch(Spoken::always);
        }
    }

    /**
     * What a rule says of a place.
     *
     * @param rule its number
     * @param form of a share or protect: the form's word; empty for a forbid
     * @param rank the place of the form between the mildest, 0, and the strictest that meet there
     * @param always whether it asks nothing of the customer
     */
    public record Spoken(int rule, String form, int rank, boolean always) {}

    public Optional<Place> place(int node) {
        return places.stream().filter(place -> place.node() == node).findFirst();
    }
}
