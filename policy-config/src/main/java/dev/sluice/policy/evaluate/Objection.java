package dev.sluice.policy.evaluate;

import dev.sluice.policy.decision.AskedPerson;
import dev.sluice.policy.decision.KnownCustomer;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said somewhere that may stand against a consent, whatever else they agree to. Personal data: never
 * printed.
 *
 * @param place its number in the catalog, or less than 0 where it is on record beside the document
 * @param purpose of what is on record; null at a place, which speaks of its own
 * @param channel of what is on record; null for all
 */
public record Objection(
        Kind kind,
        int place,
        @Nullable String purpose,
        @Nullable String channel) {

    /** What was said. */
    public enum Kind {
        NO,
        UNCLEAR,
        /** A yes that has ended. */
        ENDED
    }

    /** All that a customer said against whatever consent. */
    public static Set<Objection> of(AskedPerson known) {
        Person person = (Person) known;
        Set<Objection> all = new LinkedHashSet<>();
        for (int k = 0; k < person.consents.size(); k++) {
            Objection one = of(person, k);
            if (one != null) {
                all.add(one);
            }
        }
        return all;
    }

    static @Nullable Objection of(Person person, int entry) {
        ConsentEntries entries = person.consents;
        Kind kind = switch (entries.word(entry)) {
            case NO -> Kind.NO;
            case UNCLEAR -> Kind.UNCLEAR;
            case YES -> entries.expiry(entry) <= person.moment.millis() ? Kind.ENDED : null;
        };
        if (kind == null) {
            return null;
        }
        KnownCustomer.Entry onRecord = entries.onRecord(entry);
        return onRecord == null
                ? new Objection(kind, entries.place(entry), null, null)
                : new Objection(kind, -1, onRecord.purpose(), onRecord.channel());
    }

    @Override
    public String toString() {
        return "Objection";
    }
}
