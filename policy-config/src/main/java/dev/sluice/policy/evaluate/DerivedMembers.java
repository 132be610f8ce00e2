package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.AddedMember;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.RecordVerdict;
import dev.sluice.policy.field.Scalar;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Makes the members that a plan adds to a record, from the customer's birth date. */
final class DerivedMembers {

    private final List<DerivedPlace> places;

    DerivedMembers(List<DerivedPlace> places) {
        this.places = places;
    }

    /** The verdict with what the plan adds; the same one if that is nothing. */
    RecordVerdict with(RecordVerdict verdict, RecordFacts facts, Person of) {
        if (places.isEmpty() || !verdict.decisions().leaves()) {
            return verdict;
        }
        List<AddedMember> added = new ArrayList<>();
        for (DerivedPlace place : places) {
            Form form = place.recordType() == facts.recordType()
                    ? verdict.decisions().form(place.fieldClass())
                    : null;
            if (form != null && facts.first(place.presence()) == RecordFacts.NONE && known(of)) {
                Scalar birth = Scalar.string(LocalDate.ofEpochDay(of.birthFrom).toString());
                Scalar value = form == Form.NULLIFY ? Scalar.NULL : form.apply(birth, verdict.context());
                if (value != null) {
                    added.add(new AddedMember(place.name(), place.fieldClass(), form, value));
                }
            }
        }
        return added.isEmpty() ? verdict : new RecordVerdict(verdict.decisions(), verdict.context(), added);
    }

    /** Whether the birth date is known to the day. */
    private static boolean known(Person of) {
        return of.birth >= Person.KNOWN && of.birthFrom == of.birthTo;
    }
}
