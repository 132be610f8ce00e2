package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.field.FieldDecisions;
import dev.sluice.policy.field.FieldPlan;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.field.RecordBatch;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.RecordVerdict;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides the records of one exchange. Reuses one person's facts from record to record. */
final class BundleDisclosure implements Disclosure {

    private final PolicyVersion version;
    private final PlanInForce force;
    private final CompiledPlan plan;
    private final DisclosureRequest request;
    private final RecordContext documentContext;
    private final Moment moment;
    private final @Nullable RecordReader[] readers;
    private final Person person;
    private final long[] gates;
    private final DerivedMembers derived;
    private final FieldDecisions document;

    private int lastType = FieldTree.NONE;
    private final long[] lastGates;
    private @Nullable RecordVerdict lastVerdict;
    private final @Nullable RecordTracer tracer;
    private final KnownPersons known;

    /** @param tracer told of every record, or null */
    BundleDisclosure(
            PolicyVersion version, PlanInForce force, DisclosureRequest request, @Nullable RecordTracer tracer) {
        this.tracer = tracer;
        this.known = new KnownPersons(request.known(), force.plan().attributes());
        this.version = version;
        this.force = force;
        this.plan = force.plan();
        this.request = request;
        this.documentContext = new RecordContext(request.instant(), request.partner(), null, null);
        this.moment = new Moment(request.instant(), force.ages(request.instant()), request.callerRoles());
        this.readers = new RecordReader[plan.layouts().size()];
        this.person = newPerson();
        this.gates = new long[force.words()];
        this.derived = new DerivedMembers(plan.derived());
        this.lastGates = new long[gates.length];
        person.clear();
        force.fill(gates, person);
        this.document = force.decisions(FieldTree.NONE, gates);
    }

    @Override
    public PolicyVersion version() {
        return version;
    }

    @Override
    public FieldPlan plan() {
        return plan.fields();
    }

    @Override
    public FieldDecisions document() {
        return document;
    }

    @Override
    public RecordContext documentContext() {
        return documentContext;
    }

    @Override
    public @Nullable String customer(RecordBatch batch, int index) {
        for (int k = index; k != FieldTree.NONE; k = batch.enclosing(k)) {
            RecordFacts facts = batch.record(k);
            String customer = reader(facts.recordType()).firstId(facts, person);
            if (customer != null || person.unusable) {
                return customer;
            }
        }
        return null;
    }

    @Override
    public RecordVerdict[] decide(RecordBatch batch) {
        RecordVerdict[] verdicts = new RecordVerdict[batch.size()];
        if (nested(batch)) {
            decideNested(batch, verdicts);
            return verdicts;
        }
        for (int k = 0; k < verdicts.length; k++) {
            RecordFacts facts = batch.record(k);
            read(batch, k, facts, person, false);
            verdicts[k] = derived.with(verdict(facts, person), facts, person);
            trace(facts, person, person, verdicts[k]);
        }
        return verdicts;
    }

    @Override
    public Reason reason(int index) {
        return plan.reasons().get(index);
    }

    private void decideNested(RecordBatch batch, RecordVerdict[] verdicts) {
        int[] enclosing = new int[verdicts.length];
        int[] linked = new int[verdicts.length];
        List<Person> persons = new ArrayList<>(verdicts.length);
        for (int k = 0; k < verdicts.length; k++) {
            RecordFacts facts = batch.record(k);
            Person one = newPerson();
            read(batch, k, facts, one, true);
            persons.add(one);
            enclosing[k] = batch.enclosing(k);
            linked[k] = batch.absent(k) ? FieldTree.NONE : enclosing[k];
        }
        List<Person> merged = new PersonGroups(persons, linked).merged();
        for (int k = 0; k < verdicts.length; k++) {
            boolean inside = enclosing[k] != FieldTree.NONE;
            boolean asked = !inside || verdicts[enclosing[k]].decisions().leaves();
            verdicts[k] = asked
                    ? derived.with(verdict(batch.record(k), merged.get(k)), batch.record(k), merged.get(k))
                    : new RecordVerdict(force.enclosingWithheld(), documentContext);
            trace(batch.record(k), persons.get(k), asked ? merged.get(k) : null, verdicts[k]);
        }
    }

    /** @param own who the record itself speaks of @param of null where the rules were not asked */
    private void trace(RecordFacts facts, Person own, @Nullable Person of, RecordVerdict verdict) {
        if (tracer != null) {
            tracer.add(
                    facts.recordType(),
                    new HashSet<>(own.allIds),
                    of == null || of.unusable ? null : of,
                    verdict.decisions());
        }
    }

    private void read(RecordBatch batch, int index, RecordFacts facts, Person into, boolean spellIds) {
        RecordReader reader = reader(facts.recordType());
        reader.read(facts, into, spellIds || known.asks() || tracer != null);
        if (reader.asksDocument()) {
            reader.readDocument(batch.document(index), into);
        }
        known.addTo(into);
    }

    private RecordVerdict verdict(RecordFacts facts, Person of) {
        int recordType = facts.recordType();
        if (of.unusable) {
            return new RecordVerdict(force.unusableId(), documentContext);
        }
        force.fill(gates, of);
        RecordVerdict last = lastVerdict;
        if (last == null || recordType != lastType || !sameGates()) {
            last = new RecordVerdict(force.decisions(recordType, gates), documentContext);
            lastVerdict = last;
            lastType = recordType;
            System.arraycopy(gates, 0, lastGates, 0, gates.length);
        }
        if (!plan.needs().ids() || !last.decisions().leaves()) {
            return last;
        }
        String country = of.country < Person.KNOWN ? null : CountryCode.text(of.country);
        return new RecordVerdict(
                last.decisions(),
                new RecordContext(request.instant(), request.partner(), country, RecordReader.customer(facts, of)));
    }

    private boolean sameGates() {
        for (int k = 0; k < gates.length; k++) {
            if (gates[k] != lastGates[k]) {
                return false;
            }
        }
        return true;
    }

    private static boolean nested(RecordBatch batch) {
        for (int k = 1; k < batch.size(); k++) {
            if (batch.enclosing(k) != FieldTree.NONE) {
                return true;
            }
        }
        return false;
    }

    private RecordReader reader(int recordType) {
        RecordReader reader = readers[recordType];
        if (reader == null) {
            reader = force.reader(recordType, known.asks());
            readers[recordType] = reader;
        }
        return reader;
    }

    private Person newPerson() {
        return new Person(
                moment,
                plan.namespaces(),
                plan.needs().attributes().length,
                plan.needs().facts().length);
    }
}
