package dev.sluice.policy.world;

import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.evaluate.PersonSketch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One value of a fact, for all that no condition can tell from it.
 *
 * @param words as a clause that may follow <i>a customer</i>
 * @param days when it is, for a cell of time
 * @param callerRoles the roles of the person who asks, for a cell of them
 * @param countries those that it leaves open, for a cell of countries or states; null where it says nothing of them
 * @param draws puts it on record, as a plan numbers it
 */
public record Cell(
        String words,
        @Nullable Days days,
        @Nullable Set<String> callerRoles,
        @Nullable Set<String> countries,
        BiConsumer<PlanView, PersonSketch> draws) {

    /** Days of which none differs from another. @param instant on the first of them @param last null for no end */
    record Days(Instant instant, @Nullable LocalDate last) {

        LocalDate first() {
            return LocalDate.ofInstant(instant, ZoneOffset.UTC);
        }

        /** Whether others begin on the day after. */
        boolean meets(Days others) {
            return last != null && last.plusDays(1).equals(others.first());
        }
    }

    /** When it is, for a cell of time. */
    public @Nullable Instant instant() {
        return days == null ? null : days.instant();
    }

    static Cell of(String words, Consumer<PersonSketch> draws) {
        return of(words, (view, sketch) -> draws.accept(sketch));
    }

    static Cell of(String words, BiConsumer<PlanView, PersonSketch> draws) {
        return new Cell(words, null, null, null, draws);
    }

    static Cell of(String words, Set<String> countries, Consumer<PersonSketch> draws) {
        return new Cell(words, null, null, Set.copyOf(countries), (view, sketch) -> draws.accept(sketch));
    }

    /** Whether somebody can be in both: a state is known only in a country that has it. */
    boolean goesWith(Cell other) {
        return countries == null || other.countries == null || !Collections.disjoint(countries, other.countries);
    }
}
