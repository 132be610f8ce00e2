package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.vocabulary.Region;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A region that the bundle declares, or puts in the place of a shipped one. */
public record OwnRegion(Named id, @Nullable String why, List<Members> members, SourceLocation location) {

    public OwnRegion {
        members = List.copyOf(members);
    }

    /**
     * Countries and states that belong to it for the same days.
     *
     * @param codes ISO 3166-1 alpha-2 or ISO 3166-2
     * @param from the first day, or null for ever
     * @param until the last day, or null for ever
     */
    public record Members(
            List<Named> codes,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        public Members {
            codes = List.copyOf(codes);
        }
    }

    /** The region itself, whose words are known to be good. */
    public Region region() {
        List<Region.Member> all = members.stream()
                .flatMap(some -> some.codes().stream()
                        .map(code -> new Region.Member(code.name(), some.from(), some.until(), false)))
                .toList();
        return new Region(id.name(), all, false);
    }
}
