package dev.sluice.policy.proof;

import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.world.TooManyWorldsException;
import dev.sluice.policy.world.Worlds;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether there can be a customer for whom some gates of a plan are open. */
final class OpenGates {

    private final Instant now;
    private final Worlds.Memory memory;
    private final Problems problems;
    private final Set<SourceLocation> told = new HashSet<>();

    /** @param problems where there are too many worlds to look at, that is added here */
    OpenGates(Instant now, Worlds.Memory memory, Problems problems) {
        this.now = now;
        this.memory = memory;
        this.problems = problems;
    }

    /**
     * Whether in some world all of the first are open, and not all of the second. Where there are too many worlds to look
     * at that is taken for possible, and told.
     *
     * @param of what is asked about
     * @param notAll empty for no such demand
     */
    boolean some(SourceLocation of, PlanView view, List<GateQuestion> all, List<GateQuestion> notAll) {
        if (all.isEmpty() && notAll.isEmpty()) {
            return true;
        }
        List<GateQuestion> questions = new ArrayList<>(all);
        questions.addAll(notAll);
        try {
            Worlds worlds = Worlds.of(view, questions, now, memory);
            do {
                if (open(worlds, 0, all.size()) && (notAll.isEmpty() || !open(worlds, all.size(), questions.size()))) {
                    return true;
                }
            } while (worlds.next());
            return false;
        } catch (TooManyWorldsException e) {
            if (told.add(of)) {
                problems.warning(
                        "too-many-worlds-to-warn",
                        of,
                        "whether this ever makes a difference was not looked at: more than " + Worlds.MOST
                                + " kinds of customers: " + e.getMessage(),
                        "ask for fewer of these facts here, or in what reaches the same");
            }
            return true;
        }
    }

    /** Whether the last day of one of them has passed, which is told by itself. */
    boolean hasEnded(List<GateQuestion> questions) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return questions.stream()
                .flatMap(question -> question.lastDays().stream())
                .anyMatch(day -> day.isBefore(today));
    }

    private static boolean open(Worlds worlds, int from, int to) {
        for (int question = from; question < to; question++) {
            if (!worlds.open(question)) {
                return false;
            }
        }
        return true;
    }
}
