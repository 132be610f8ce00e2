package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.Scalar;
import java.util.List;

/** A tick: one scalar that means yes by the catalog's list, without a date. Anything else that is there is a refusal. */
final class FlagConsent implements ConsentAdapter {

    private static final Literal TRUE = new Literal(new Scalar(Scalar.Kind.BOOLEAN, "true"));

    @Override
    public List<String> members() {
        return List.of();
    }

    @Override
    public Reader reader(List<Scalar> given) {
        Literal[] yes = given.isEmpty()
                ? new Literal[] {TRUE}
                : given.stream().map(Literal::new).toArray(Literal[]::new);
        return (facts, slots, into) -> {
            for (int value = facts.first(slots[0]); value != RecordFacts.NONE; value = facts.next(value)) {
                switch (facts.kind(value)) {
                    case NULL -> {}
                    case UNUSABLE -> into.unclear(ConsentEntries.NEWEST);
                    default -> tick(facts, value, yes, into);
                }
            }
        };
    }

    private static void tick(RecordFacts facts, int value, Literal[] yes, ConsentEntries into) {
        for (Literal one : yes) {
            if (one.matches(facts, value)) {
                into.yes(ConsentEntries.OLDEST, false);
                return;
            }
        }
        into.no(ConsentEntries.NEWEST);
    }
}
