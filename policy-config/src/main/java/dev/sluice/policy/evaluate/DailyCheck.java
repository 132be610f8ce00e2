package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.Ternary;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A condition that time alone decides, day by day. Remembers the last day that it was asked for; safe for threads. */
final class DailyCheck implements Check {

    private final Function<LocalDate, Ternary> answer;
    private volatile @Nullable Known last;

    DailyCheck(Function<LocalDate, Ternary> answer) {
        this.answer = answer;
    }

    private record Known(LocalDate day, Ternary answer) {}

    @Override
    public Ternary on(Person person) {
        LocalDate day = person.moment.day();
        Known known = last;
        if (known == null || !known.day().equals(day)) {
            known = new Known(day, answer.apply(day));
            last = known;
        }
        return known.answer();
    }
}
