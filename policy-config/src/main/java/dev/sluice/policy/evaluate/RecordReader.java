package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.vocabulary.EmailSpelling;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Reads the facts of one record type off the document's bytes. Several places of one fact must agree, and what is there but
 * cannot be used makes it unknown. Used by one thread at a time.
 */
final class RecordReader {

    private final AskedPlaces asked;
    private final RecordLayout layout;
    private final ResidenceReader residence;
    private final @Nullable BytesMemo genderWords;
    private final @Nullable BytesMemo birthDates;
    private final BytesMemo texts = new BytesMemo();

    /** @param needs what of the person is asked for: that of the places, or more */
    RecordReader(AskedPlaces asked, FactNeeds needs) {
        this.asked = asked;
        this.layout = asked.layout();
        this.residence = new ResidenceReader(layout, needs);
        this.genderWords = needs.gender() && layout.gender() != null ? new BytesMemo() : null;
        this.birthDates = needs.birth() && layout.birth() != null ? new BytesMemo() : null;
    }

    /** Whether it asks for facts of the document outside records. */
    boolean asksDocument() {
        return asked.documentFacts().asks();
    }

    /** Adds the facts of the document that stood before the record. */
    void readDocument(RecordFacts document, Person person) {
        asked.documentFacts().read(document, person);
    }

    /** @param spellIds whether the ids are wanted as text, to be compared with those of other records */
    void read(RecordFacts facts, Person person, boolean spellIds) {
        person.clear();
        readIds(facts, person, spellIds || asked.rivals());
        residence.read(facts, person);
        asked.recordFacts().read(facts, person);
        if (birthDates != null && layout.birth() != null) {
            readBirth(facts, layout.birth(), birthDates, person);
        }
        if (genderWords != null && layout.gender() != null) {
            person.gender = gender(facts, layout.gender(), genderWords);
        }
        for (RecordLayout.AttributeSlots attribute : asked.attributes()) {
            person.attributes[attribute.index()] = attribute(facts, attribute.slots(), texts);
        }
        for (RecordLayout.ConsentSlots consent : asked.consents()) {
            person.consents.open(consent.place(), consent.recordOnly());
            consent.terms().apply(facts, person.consents);
            consent.reader().read(facts, consent.slots(), person.consents);
        }
    }

    /** Reads the ids alone: what the first of the catalog's says, or null if it says nothing or the ids cannot be used. */
    @Nullable String firstId(RecordFacts facts, Person person) {
        person.clear();
        readIds(facts, person, true);
        RecordLayout.Id id = person.firstId;
        return id == null || !id.equals(asked.ids()[0]) || person.unusable ? null : person.customer;
    }

    private void readIds(RecordFacts facts, Person person, boolean spell) {
        for (RecordLayout.Id id : asked.ids()) {
            int value = facts.first(id.slot());
            if (value == RecordFacts.NONE) {
                continue;
            }
            if (facts.next(value) != RecordFacts.NONE) {
                person.unusable = true;
            } else if (facts.kind(value) != RecordFacts.Kind.NULL && !nobody(facts, value)) {
                takeId(facts, value, id, person, spell);
            }
        }
    }

    private static void takeId(RecordFacts facts, int value, RecordLayout.Id id, Person person, boolean spell) {
        if (!IdSpelling.usable(facts, value, id.email())) {
            person.unusable = true;
            return;
        }
        boolean first = !person.known;
        person.known = true;
        if (first) {
            person.firstNamespace = id.namespace();
            person.firstId = id;
        }
        if (!spell) {
            return;
        }
        String canonical = canonical(facts, value, id);
        person.allIds.add(canonical);
        String earlier = person.ids[id.namespace()];
        if (earlier == null) {
            person.ids[id.namespace()] = canonical;
        } else if (id.namespace() == 0 && !earlier.equals(canonical)) {
            person.unusable = true;
        }
        if (first) {
            person.customer = canonical;
        }
    }

    /** The id that names the person, in canonical form; null for a guest. */
    static @Nullable String customer(RecordFacts facts, Person person) {
        RecordLayout.Id id = person.firstId;
        if (person.customer != null || id == null) {
            return person.customer;
        }
        return canonical(facts, facts.first(id.slot()), id);
    }

    private static String canonical(RecordFacts facts, int value, RecordLayout.Id id) {
        String text = facts.text(value);
        if (text == null) {
            throw new IllegalStateException("an id that passed as usable has no text");
        }
        if (id.namespace() == 0) {
            return text;
        }
        return id.prefix() + (id.email() ? EmailSpelling.canonical(text) : text);
    }

    private boolean nobody(RecordFacts facts, int value) {
        for (Literal none : asked.noneIf()) {
            if (none.matches(facts, value)) {
                return true;
            }
        }
        return false;
    }

    private static void readBirth(RecordFacts facts, RecordLayout.BirthSlots birth, BytesMemo memo, Person person) {
        for (int slot : birth.slots()) {
            for (int value = facts.first(slot); value != RecordFacts.NONE; value = facts.next(value)) {
                if (facts.kind(value) != RecordFacts.Kind.NULL) {
                    takeBirth(birthInterval(facts, value, birth.dates(), memo), person);
                }
            }
        }
    }

    private static void takeBirth(long interval, Person person) {
        int from = BirthDates.from(interval);
        int to = BirthDates.to(interval);
        if (interval == BirthDates.NONE || !person.moment.plausible(from, to)) {
            person.birth = Person.UNKNOWN;
        } else if (person.birth == Person.ABSENT) {
            person.birth = Person.KNOWN;
            person.birthFrom = from;
            person.birthTo = to;
        } else if (person.birthFrom != from || person.birthTo != to) {
            person.birth = Person.UNKNOWN;
        }
    }

    private static long birthInterval(RecordFacts facts, int value, BirthDates dates, BytesMemo memo) {
        RecordFacts.Kind kind = facts.kind(value);
        if (kind == RecordFacts.Kind.NUMBER) {
            String literal = facts.text(value);
            return literal == null ? BirthDates.NONE : dates.read(literal);
        }
        if (kind != RecordFacts.Kind.STRING) {
            return BirthDates.NONE;
        }
        int from = facts.from(value);
        if (dates.plain() && facts.to(value) - from == 10 && facts.verbatim(value)) {
            int day = Timestamps.epochDay(facts.bytes(), from);
            return day == Integer.MIN_VALUE ? BirthDates.NONE : BirthDates.interval(day, day);
        }
        return memo.number(facts, value, dates::read);
    }

    private static int gender(RecordFacts facts, RecordLayout.GenderSlots gender, BytesMemo memo) {
        int result = Person.ABSENT;
        for (int slot : gender.slots()) {
            for (int value = facts.first(slot); value != RecordFacts.NONE; value = facts.next(value)) {
                RecordFacts.Kind kind = facts.kind(value);
                if (kind == RecordFacts.Kind.STRING) {
                    result = agree(result, (int) memo.number(facts, value, word -> genderOf(gender, word)));
                } else if (kind == RecordFacts.Kind.NUMBER) {
                    String literal = facts.text(value);
                    result = agree(result, literal == null ? Person.UNKNOWN : genderOf(gender, literal));
                } else if (kind != RecordFacts.Kind.NULL) {
                    result = Person.UNKNOWN;
                }
            }
        }
        return result;
    }

    private static int genderOf(RecordLayout.GenderSlots gender, String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT);
        String meant = gender.words().isEmpty() ? lower : gender.words().get(lower);
        return meant == null ? Person.UNKNOWN : Genders.of(meant);
    }

    private static @Nullable Attribute attribute(RecordFacts facts, int[] slots, BytesMemo memo) {
        Attribute result = null;
        for (int slot : slots) {
            for (int value = facts.first(slot); value != RecordFacts.NONE; value = facts.next(value)) {
                Attribute one = attribute(facts, value, memo);
                if (one != null && result != null && (result == Attribute.UNKNOWN || !result.same(one))) {
                    result = Attribute.UNKNOWN;
                } else if (one != null) {
                    result = one;
                }
            }
        }
        return result;
    }

    private static @Nullable Attribute attribute(RecordFacts facts, int value, BytesMemo memo) {
        return switch (facts.kind(value)) {
            case NULL -> null;
            case STRING -> memo.<Attribute>object(facts, value, text -> Attribute.of(Scalar.string(text)));
            case NUMBER -> {
                String literal = facts.text(value);
                yield literal == null ? Attribute.UNKNOWN : Attribute.of(Scalar.number(literal));
            }
            case TRUE -> Attribute.TRUE;
            case FALSE -> Attribute.FALSE;
            case OBJECT, ARRAY, UNUSABLE -> Attribute.UNKNOWN;
        };
    }

    /** What two places of one fact say together. */
    static int agree(int one, int other) {
        if (one == Person.ABSENT || one == other) {
            return other;
        }
        return other == Person.ABSENT ? one : Person.UNKNOWN;
    }
}
