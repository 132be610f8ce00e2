package dev.sluice.policy.proof;

import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.evaluate.ClassRules;
import dev.sluice.policy.evaluate.GateReach;
import dev.sluice.policy.evaluate.Outcomes;
import dev.sluice.policy.field.FieldDecision;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.form.AllApply;
import dev.sluice.policy.world.TooManyWorldsException;
import dev.sluice.policy.world.Worlds;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can become of the places of one plan, whoever the customer is, from now on. */
public final class Prospects {

    private final PlanView view;
    private final Outcomes outcomes;
    private final Instant now;
    private final Worlds.Memory memory;
    private final Map<Integer, Prospect> byClass = new HashMap<>();

    private Prospects(PlanView view, Instant now, Worlds.Memory memory) {
        this.view = view;
        this.outcomes = new Outcomes(view.plan());
        this.now = now;
        this.memory = memory;
    }

    /** @param view with a class for each place @param memory shared by all plans of a bundle */
    public static Prospects of(PlanView view, Instant now, Worlds.Memory memory) {
        Prospects prospects = new Prospects(view, now, memory);
        prospects.look();
        return prospects;
    }

    /**
     * What can become of one place.
     *
     * @param form the word of the mildest form in which it leaves of somebody, or null if it leaves of nobody
     * @param always whether it leaves so of everybody
     * @param shares the numbers of those that let it leave of somebody
     */
    public record Prospect(@Nullable String form, boolean always, Set<Integer> shares) {
        public Prospect {
            shares = Set.copyOf(shares);
        }
    }

    /** Nothing outside records, and where there are too many customers to look at. @param node that of the place */
    public Optional<Prospect> at(int node) {
        return Optional.ofNullable(byClass.get(view.plan().fields().valueClass(node)));
    }

    /** Places whose decisions rest on the same gates are looked at together. */
    private void look() {
        Map<BitSet, List<Seen>> groups = new LinkedHashMap<>();
        List<ClassRules> classes = view.plan().classes();
        for (int one = 0; one < classes.size(); one++) {
            int recordType = classes.get(one).recordType();
            if (one != FieldPlan.NEVER && recordType >= 0) {
                Seen seen = new Seen(one, recordType, members(one));
                groups.computeIfAbsent(seen.reach(view), key -> new ArrayList<>())
                        .add(seen);
            }
        }
        groups.forEach(this::look);
    }

    /** Of a name that is data: the classes of what stands below it, without which it does not leave. */
    private List<Integer> members(int name) {
        List<Integer> members = new ArrayList<>();
        List<ClassRules> classes = view.plan().classes();
        for (int one = 0; one < classes.size(); one++) {
            if (classes.get(one).names().contains(name)) {
                members.add(one);
            }
        }
        return members;
    }

    private void look(BitSet gates, List<Seen> places) {
        List<GateQuestion> questions =
                gates.stream().mapToObj(gate -> view.gates().get(gate)).toList();
        int[] numbers = gates.stream().toArray();
        try {
            Worlds worlds = Worlds.of(view, questions, now, memory);
            Set<BitSet> known = new HashSet<>();
            do {
                BitSet open = worlds.open(numbers);
                if (known.add(open)) {
                    long[] vector = outcomes.vector(open);
                    places.forEach(place -> place.see(vector));
                }
            } while (worlds.next());
            places.forEach(place -> byClass.put(place.fieldClass, place.prospect()));
        } catch (TooManyWorldsException e) {
            // What is not known is not told.
            places.forEach(place -> byClass.remove(place.fieldClass));
        }
    }

    /** What was seen of one class. */
    private final class Seen {
        private final int fieldClass;
        private final int recordType;
        private final boolean name;
        private final List<Integer> members;
        private final Set<Integer> shares = new HashSet<>();
        private int mildest = Integer.MAX_VALUE;
        private boolean otherwise;

        Seen(int fieldClass, int recordType, List<Integer> members) {
            this.fieldClass = fieldClass;
            this.recordType = recordType;
            this.name = isName(fieldClass);
            this.members = members;
        }

        BitSet reach(PlanView of) {
            BitSet reach = GateReach.of(of.plan(), fieldClass);
            members.forEach(member -> reach.or(GateReach.of(of.plan(), member)));
            return reach;
        }

        void see(long[] open) {
            FieldDecisions decisions = outcomes.decide(recordType, open);
            FieldDecision decision = decisions.at(fieldClass);
            if (decisions.leaves() && decision instanceof FieldDecision.Share share && withMember(decisions, share)) {
                int rank = rank(share.form());
                otherwise |= mildest != Integer.MAX_VALUE && mildest != rank;
                mildest = Math.min(mildest, rank);
                shares.addAll(outcomes.granted(recordType, fieldClass, open));
            } else {
                otherwise = true;
            }
        }

        private boolean withMember(FieldDecisions decisions, FieldDecision.Share share) {
            return !name
                    || share.form() != Form.NULLIFY
                            && members.stream().anyMatch(member -> decisions.at(member) instanceof FieldDecision.Share);
        }

        private int rank(Form form) {
            Form main = form instanceof AllApply all ? all.form() : form;
            List<ClassRules.RankedForm> forms =
                    view.plan().classes().get(fieldClass).forms();
            int rank = 0;
            while (rank < forms.size() - 1 && forms.get(rank).form() != main) {
                rank++;
            }
            return rank;
        }

        Prospect prospect() {
            boolean leaves = mildest != Integer.MAX_VALUE;
            List<ClassRules.RankedForm> forms =
                    view.plan().classes().get(fieldClass).forms();
            return new Prospect(leaves ? forms.get(mildest).form().name() : null, leaves && !otherwise, shares);
        }
    }

    private boolean isName(int fieldClass) {
        FieldTree tree = view.tree();
        return tree.nodes().stream()
                .anyMatch(node ->
                        node.name() != FieldTree.NONE && view.plan().fields().valueClass(node.name()) == fieldClass);
    }
}
