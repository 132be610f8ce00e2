package dev.sluice.policy.model;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.vocabulary.AgeTables;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Ages that the bundle puts in the place of the shipped ones, country by country. Its id is the table's word. */
public record OwnAges(Named id, AgeTable table, @Nullable String why, List<Age> ages, SourceLocation location) {

    public OwnAges {
        ages = List.copyOf(ages);
    }

    /** The age in one country. @param from the first day on which it holds */
    public record Age(Named country, int years, LocalDate from) {}

    /** The ages themselves, whose words are known to be good. */
    public List<AgeTables.Entry> entries() {
        return ages.stream()
                .map(age -> new AgeTables.Entry(table, age.country().name(), age.years(), age.from()))
                .toList();
    }
}
