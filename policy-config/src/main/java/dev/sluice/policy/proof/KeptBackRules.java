package dev.sluice.policy.proof;

import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.compile.PlanView.Met;
import dev.sluice.policy.compile.PlanView.ShareView;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.ClassRules;
import dev.sluice.policy.evaluate.Gate;
import dev.sluice.policy.evaluate.GateReach;
import dev.sluice.policy.evaluate.Outcomes;
import dev.sluice.policy.evaluate.ShareRule;
import dev.sluice.policy.field.FieldDecision;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.world.TooManyWorldsException;
import dev.sluice.policy.world.Worlds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds policies and rules by which nothing ever leaves though there are customers who meet their conditions: forbids, row
 * needs, or the lack of anything personal keep everything back. Where there are too many customers to look at,
 * nothing is told.
 */
final class KeptBackRules {

    private static final String NOTHING_PERSONAL = "nothing personal leaves with it, and no record leaves without";
    private static final String OTHER_CATEGORY = "another category of the field, or of its name, is not shared";

    private final List<PlanView> views;
    private final OpenGates gates;
    private final Instant now;
    private final Worlds.Memory memory;
    private final Map<String, Found> found = new HashMap<>();

    /** @param views all plans of a bundle */
    KeptBackRules(List<PlanView> views, OpenGates gates, Instant now, Worlds.Memory memory) {
        this.views = views;
        this.gates = gates;
        this.now = now;
        this.memory = memory;
    }

    /** What has been seen of one policy or rule. */
    private static final class Found {
        private final SortedSet<String> keptBackBy = new TreeSet<>();
        private SourceLocation first;
        private boolean leaves;

        private Found(SourceLocation share) {
            this.first = share;
        }
    }

    void tell(Problems problems) {
        views.forEach(view -> view.meetings().forEach(met -> shares(met).forEach(share -> note(view, share))));
        views.forEach(view -> new Plan(view).look());
        views.forEach(view -> view.meetings().forEach(met -> shares(met).forEach(share -> ask(view, met, share))));
        found.forEach((rule, one) -> {
            if (!one.leaves && !one.keptBackBy.isEmpty()) {
                problems.warning(
                        "rule-kept-back",
                        one.first,
                        "nothing ever leaves by `" + rule + "`: " + String.join("; ", one.keptBackBy),
                        "remove it, or mend what keeps it back");
            }
        });
    }

    private static Stream<ShareView> shares(Met met) {
        return met.shares().stream().flatMap(List::stream);
    }

    private Found of(String rule) {
        return Objects.requireNonNull(found.get(rule));
    }

    private void note(PlanView view, ShareView share) {
        Found one = found.computeIfAbsent(share.rule(), rule -> new Found(share.location()));
        one.first = share.location().compareTo(one.first) < 0 ? share.location() : one.first;
        one.leaves |= gates.hasEnded(questions(view, share));
    }

    private static List<GateQuestion> questions(PlanView view, ShareView share) {
        return share.gates().stream().map(gate -> view.gates().get(gate)).toList();
    }

    /** Why what a share reaches stays whoever the customer is, where that is so and somebody meets its conditions. */
    private void ask(PlanView view, Met met, ShareView share) {
        Found one = of(share.rule());
        if (one.leaves) {
            return;
        }
        List<String> why = new ArrayList<>();
        met.cuts().stream()
                .filter(cut -> cut.rank() == null && cut.gate() == Gate.NONE)
                .forEach(cut -> why.add(forbidden(cut.location())));
        if (met.shares().stream().anyMatch(List::isEmpty)) {
            why.add(OTHER_CATEGORY);
        }
        if (!why.isEmpty() && gates.some(share.location(), view, questions(view, share), List.of())) {
            one.keptBackBy.addAll(why);
        }
    }

    private static String forbidden(@Nullable SourceLocation at) {
        return "the forbid at " + at + " forbids it";
    }

    private static String why(Reason reason) {
        return switch (reason.cause()) {
            case FORBIDDEN -> forbidden(reason.location());
            case ROW_NEED_MISSING -> "what `row_needs` asks for does not leave";
            case FORM_CANNOT_APPLY -> "no value can take the form that it would have";
            case NOTHING_PERSONAL -> NOTHING_PERSONAL;
            default -> OTHER_CATEGORY;
        };
    }

    /** One plan, looked at place by place as long as there is a rule by which nothing has been seen to leave. */
    private final class Plan {
        private final PlanView view;
        private final Outcomes outcomes;

        Plan(PlanView view) {
            this.view = view;
            this.outcomes = new Outcomes(view.plan());
        }

        void look() {
            List<ClassRules> classes = view.plan().classes();
            for (int k = 0; k < classes.size(); k++) {
                Set<Integer> shares = classes.get(k).shares().stream()
                        .flatMap(List::stream)
                        .map(ClassRules.Ranked::rule)
                        .collect(Collectors.toSet());
                if (!allLeave(shares)) {
                    look(k, classes.get(k).recordType(), shares);
                }
            }
        }

        private boolean allLeave(Set<Integer> shares) {
            return shares.stream().allMatch(share -> of(share).leaves);
        }

        private Found of(int share) {
            int reason = view.plan().shares().get(share).reason();
            return KeptBackRules.this.of(Objects.requireNonNull(reason(reason).rule()));
        }

        private Reason reason(int number) {
            return view.plan().reasons().get(number);
        }

        private void look(int fieldClass, int recordType, Set<Integer> shares) {
            int[] asked = GateReach.of(view.plan(), fieldClass).stream().toArray();
            List<GateQuestion> questions =
                    IntStream.of(asked).mapToObj(gate -> view.gates().get(gate)).toList();
            try {
                Worlds worlds = Worlds.of(view, questions, now, memory);
                Set<BitSet> known = new HashSet<>();
                do {
                    BitSet open = worlds.open(asked);
                    if (known.add(open)) {
                        see(fieldClass, recordType, shares, open);
                    }
                } while (!allLeave(shares) && worlds.next());
            } catch (TooManyWorldsException e) {
                shares.forEach(share -> of(share).leaves = true);
            }
        }

        private void see(int fieldClass, int recordType, Set<Integer> shares, BitSet open) {
            long[] vector = outcomes.vector(open);
            FieldDecisions decisions = outcomes.decide(recordType, vector);
            FieldDecision decision = decisions.at(fieldClass);
            if (decisions.leaves() && decision instanceof FieldDecision.Share) {
                outcomes.granted(recordType, fieldClass, vector).forEach(share -> of(share).leaves = true);
            } else {
                String why = why(fieldClass, decision, decisions);
                shares.stream()
                        .filter(share -> acts(share, open))
                        .forEach(share -> of(share).keptBackBy.add(why));
            }
        }

        /** What is not personal has the record's reason where it stays with it, which speaks of other places. */
        private String why(int fieldClass, FieldDecision decision, FieldDecisions decisions) {
            boolean withRecord = !decisions.leaves()
                    && decision.reason() == decisions.reason()
                    && !view.plan().classes().get(fieldClass).personal();
            return withRecord ? NOTHING_PERSONAL : KeptBackRules.why(reason(decision.reason()));
        }

        private boolean acts(int share, BitSet open) {
            ShareRule rule = view.plan().shares().get(share);
            return IntStream.of(rule.basis(), rule.condition(), rule.identity())
                    .allMatch(gate -> gate == Gate.NONE || open.get(gate));
        }
    }
}
