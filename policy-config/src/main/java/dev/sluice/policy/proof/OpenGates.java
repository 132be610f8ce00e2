package dev.sluice.policy.proof;

import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.world.TooManyWorldsException;
import dev.sluice.policy.world.Worlds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Whether there can be a customer for whom some gates of a plan are open. */
final class OpenGates {

    private final Instant now;
    private final Worlds.Memory memory;

    OpenGates(Instant now, Worlds.Memory memory) {
        this.now = now;
        this.memory = memory;
    }

    /**
     * Whether in some world all of the first are open, and not all of the second. Where there are too many worlds to
     * look at
     * that is taken for possible.
     *
     * @param notAll empty for no such demand
     */
    boolean some(PlanView view, List<GateQuestion> all, List<GateQuestion> notAll) {
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
            return true;
        }
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
