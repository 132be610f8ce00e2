package dev.sluice.policy.compile;

import dev.sluice.policy.evaluate.DrawnPerson;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.world.CustomerWorld;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** A {@link DirectPerson} as one who lives in some world. */
record DirectCustomer(DirectPerson person) implements CustomerWorld.Customer {

    @Override
    public boolean known() {
        return person.known();
    }

    @Override
    public String word(String fact) {
        Object value = person.fact(fact);
        return value == DirectPerson.UNUSABLE ? "" : (String) value;
    }

    @Override
    public LocalDate birth() {
        return person.birthDate();
    }

    @Override
    public Scalar attribute(String name) {
        return person.fact("attribute " + name) instanceof String text
                ? Scalar.string(text.substring("string ".length()))
                : null;
    }

    @Override
    public CustomerWorld.Values fact(String name) {
        return person.fact("fact " + name) instanceof DirectPerson.Values values
                ? new CustomerWorld.Values(values.known(), values.all())
                : null;
    }

    @Override
    public List<String> answers(AskedConsent asked) {
        return answers(person, asked);
    }

    @Override
    public List<String> answers(AskedConsent asked, List<DrawnPerson.Source> consents) {
        return answers(person.agreeingTo(consents), asked);
    }

    /** Whether it was agreed to, and whether nobody objects. */
    private static List<String> answers(DirectPerson of, AskedConsent asked) {
        ConsentRequirement wanted = asked.wanted();
        ConsentRequirement here = new ConsentRequirement(
                null,
                wanted.channel(),
                wanted.doubleOptIn(),
                wanted.wordings(),
                wanted.namesPartner(),
                wanted.maxAge(),
                wanted.byGuardian());
        return List.of(of.consent(asked.purpose(), here, true), of.consent(asked.purpose(), here, false));
    }

    @Override
    public Instant now() {
        return person.now();
    }

    @Override
    public Set<String> callerRoles() {
        return person.callerRoles();
    }
}
