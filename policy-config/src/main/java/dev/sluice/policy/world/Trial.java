package dev.sluice.policy.world;

import dev.sluice.policy.compile.AskedConsent;
import dev.sluice.policy.compile.GateQuestion;
import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.decision.AskedPerson;
import dev.sluice.policy.decision.Ternary;
import dev.sluice.policy.evaluate.Objection;
import dev.sluice.policy.evaluate.Outcomes;
import dev.sluice.policy.evaluate.Person;
import dev.sluice.policy.evaluate.PersonSketch;
import dev.sluice.policy.evaluate.RecordLayout;
import dev.sluice.policy.field.FieldDecision;
import dev.sluice.policy.field.FieldDecisions;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a place leaves of a customer of whom something is another. A consent that is tried stands beside what the
 * customer said elsewhere: a no there holds until it is taken back.
 */
final class Trial {

    private final PlanView view;
    private final Outcomes outcomes;
    private final AskedPerson person;
    private final int recordType;
    private final int fieldClass;
    private final Set<Objection> objections;

    /** @param outcomes of the same plan @param fieldClass that of the place */
    Trial(PlanView view, Outcomes outcomes, AskedPerson person, int recordType, int fieldClass) {
        this.view = view;
        this.outcomes = outcomes;
        this.person = person;
        this.recordType = recordType;
        this.fieldClass = fieldClass;
        this.objections = Objection.of(person);
    }

    /** Whether the customer said something against a consent. */
    boolean objected() {
        return !objections.isEmpty();
    }

    boolean leaves(List<Variant> others) {
        return leaves(others, takenBack(others));
    }

    private Set<Objection> takenBack(List<Variant> others) {
        return others.stream().anyMatch(Variant::takesBack) ? objections : Set.of();
    }

    private boolean leaves(List<Variant> others, Set<Objection> takenBack) {
        Person other = customer(others, takenBack);
        List<GateQuestion> gates = view.gates();
        BitSet open = new BitSet();
        for (int k = 0; k < gates.size(); k++) {
            open.set(k, gates.get(k).gate().open(other));
        }
        return leaves(outcomes, recordType, fieldClass, open);
    }

    /** Whether a place leaves of whom some gates are open. */
    static boolean leaves(Outcomes outcomes, int recordType, int fieldClass, BitSet open) {
        FieldDecisions decisions = outcomes.decide(recordType, outcomes.vector(open));
        return decisions.leaves() && decisions.at(fieldClass) instanceof FieldDecision.Share;
    }

    private Person customer(List<Variant> others, Set<Objection> takenBack) {
        List<Cell> cells =
                others.stream().map(Variant::cell).filter(Objects::nonNull).toList();
        PersonSketch sketch = new PersonSketch(person, roles(cells), takenBack);
        cells.forEach(cell -> cell.draws().accept(view, sketch));
        return sketch.person();
    }

    /** Null where nobody asks in other roles. */
    private static @Nullable Set<String> roles(List<Cell> cells) {
        Set<String> roles = null;
        for (Cell cell : cells) {
            roles = cell.callerRoles() == null ? roles : cell.callerRoles();
        }
        return roles;
    }

    /** What is another, each as a clause that may follow <i>a customer</i>. @param others of whom the place leaves */
    List<String> words(List<Variant> others) {
        Set<Objection> needed = needed(others);
        return others.stream().map(one -> words(one, others, needed)).toList();
    }

    /** Of what is taken back all that stands in the way. */
    private Set<Objection> needed(List<Variant> others) {
        Set<Objection> needed = new LinkedHashSet<>(takenBack(others));
        for (Objection one : List.copyOf(needed)) {
            needed.remove(one);
            if (!leaves(others, needed)) {
                needed.add(one);
            }
        }
        return needed;
    }

    private String words(Variant one, List<Variant> others, Set<Objection> needed) {
        Cell cell = one.cell();
        if (!one.takesBack()) {
            return Objects.requireNonNull(cell).words();
        }
        Person other = customer(others, needed);
        String back = needed.stream()
                .filter(objection -> cell == null || !agreedInstead(objection, other))
                .map(this::words)
                .distinct()
                .collect(Collectors.joining(" and "));
        if (cell == null) {
            return "who " + back;
        }
        return back.isEmpty() ? cell.words() : cell.words() + " and " + back;
    }

    /** Whether the yes that is told can stand nowhere but where this stands, so that who agrees takes it back. */
    private boolean agreedInstead(Objection objection, Person other) {
        return view.gates().stream()
                .flatMap(gate -> gate.consents().stream())
                .map(AskedConsent::question)
                .filter(question -> question.agreed().on(other) == Ternary.TRUE)
                .anyMatch(question -> view.plan().layouts().get(recordType).consents().stream()
                        .map(RecordLayout.ConsentSlots::place)
                        .filter(question::grantedAt)
                        .toList()
                        .equals(List.of(objection.place())));
    }

    private String words(Objection objection) {
        String purpose = objection.purpose();
        String what = purpose == null
                ? view.consentTopic(objection.place())
                : AskedConsent.topic(purpose, objection.channel()) + " on record";
        return switch (objection.kind()) {
            case NO -> "no longer refuses " + what;
            case UNCLEAR -> "no longer gives an unclear answer about " + what;
            case ENDED -> "no longer has a yes to " + what + " that has ended";
        };
    }
}
