package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may have which categories, for which purpose, under which conditions, in which form.
 *
 * @param catalogs the shapes whose fields its shares speak of; its protects and forbids bind whatever the shape
 * @param when which customers ({@code for} in YAML); all must be true
 * @param document categories outside records that it grants
 * @param wide why its shares may be wide, those of its rules included, or null
 */
public record Policy(
        Named id,
        @Nullable String owner,
        @Nullable String why,
        @Nullable LocalDate reviewBy,
        PartnerScope partners,
        List<Named> catalogs,
        Named purpose,
        Basis basis,
        List<Condition> when,
        List<Named> rowNeeds,
        List<Named> document,
        List<Share> shares,
        @Nullable String wide,
        List<Rule> rules,
        List<Protect> protects,
        List<Forbid> forbids,
        SourceLocation location) {

    public Policy {
        catalogs = List.copyOf(catalogs);
        when = List.copyOf(when);
        rowNeeds = List.copyOf(rowNeeds);
        document = List.copyOf(document);
        shares = List.copyOf(shares);
        rules = List.copyOf(rules);
        protects = List.copyOf(protects);
        forbids = List.copyOf(forbids);
    }

    /** Its own shares and those of its rules. */
    public List<Share> allShares() {
        return Stream.concat(shares.stream(), rules.stream().flatMap(rule -> rule.shares().stream()))
                .toList();
    }
}
