package dev.sluice.policy.evaluate;

import dev.sluice.policy.field.RecordFacts;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Languages;
import dev.sluice.policy.vocabulary.States;
import java.util.Collections;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Reads where a customer lives and which language they speak. A state is one of the known country's; where the catalog
 * has no place for a country, only whole codes such as {@code US-CA} are known. Used by one thread at a time.
 */
final class ResidenceReader {

    private static final int LETTERS = 2;
    private static final boolean[] COUNTRIES = countries();

    private final int[] countrySlots;
    private final int[] stateSlots;
    private final int[] languageSlots;
    private final @Nullable BytesMemo countryNames;
    private final @Nullable BytesMemo languageTags;

    ResidenceReader(RecordLayout layout, FactNeeds needs) {
        this.countrySlots = layout.country();
        this.stateSlots = needs.state() ? layout.state() : new int[0];
        this.languageSlots = layout.language();
        boolean country = needs.country() || stateSlots.length > 0;
        this.countryNames = country && countrySlots.length > 0 ? new BytesMemo() : null;
        this.languageTags = needs.language() && languageSlots.length > 0 ? new BytesMemo() : null;
    }

    void read(RecordFacts facts, Person person) {
        if (countryNames != null) {
            person.country = country(facts, countryNames);
        }
        if (languageTags != null) {
            person.language = language(facts, languageTags);
        }
        if (stateSlots.length > 0) {
            person.state = state(facts, person.country);
        }
    }

    private int country(RecordFacts facts, BytesMemo names) {
        int result = Person.ABSENT;
        for (int slot : countrySlots) {
            for (int value = facts.first(slot); value != RecordFacts.NONE; value = facts.next(value)) {
                if (facts.kind(value) != RecordFacts.Kind.NULL) {
                    result = RecordReader.agree(result, country(facts, value, names));
                }
            }
        }
        return result;
    }

    private static int country(RecordFacts facts, int value, BytesMemo names) {
        if (facts.kind(value) != RecordFacts.Kind.STRING) {
            return Person.UNKNOWN;
        }
        int from = facts.from(value);
        if (facts.to(value) - from == LETTERS && facts.verbatim(value)) {
            byte[] bytes = facts.bytes();
            int first = bytes[from] & ~0x20;
            int second = bytes[from + 1] & ~0x20;
            boolean letters = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
            int code = letters ? CountryCode.of(first, second) : Person.UNKNOWN;
            return COUNTRIES[code] ? code : Person.UNKNOWN;
        }
        return (int) names.number(facts, value, ResidenceReader::countryByName);
    }

    private static long countryByName(String name) {
        String code = Countries.alpha2(name);
        return code == null ? Person.UNKNOWN : CountryCode.of(code);
    }

    private int language(RecordFacts facts, BytesMemo tags) {
        int result = Person.ABSENT;
        for (int slot : languageSlots) {
            for (int value = facts.first(slot); value != RecordFacts.NONE; value = facts.next(value)) {
                RecordFacts.Kind kind = facts.kind(value);
                if (kind == RecordFacts.Kind.STRING) {
                    result = RecordReader.agree(result, (int)
                            tags.number(facts, value, (ToLongFunction<String>) ResidenceReader::languageOf));
                } else if (kind != RecordFacts.Kind.NULL) {
                    result = Person.UNKNOWN;
                }
            }
        }
        return result;
    }

    private static long languageOf(String tag) {
        String primary = Languages.primary(tag);
        return primary == null ? Person.UNKNOWN : language(primary);
    }

    /** The number of a language. @param primary a known primary subtag */
    static int language(String primary) {
        return Person.KNOWN + Collections.binarySearch(Languages.codes(), primary);
    }

    private int state(RecordFacts facts, int country) {
        int result = Person.ABSENT;
        for (int slot : stateSlots) {
            for (int value = facts.first(slot); value != RecordFacts.NONE; value = facts.next(value)) {
                RecordFacts.Kind kind = facts.kind(value);
                if (kind == RecordFacts.Kind.STRING) {
                    String text = facts.text(value);
                    result = RecordReader.agree(result, text == null ? Person.UNKNOWN : state(text, country));
                } else if (kind != RecordFacts.Kind.NULL) {
                    result = Person.UNKNOWN;
                }
            }
        }
        return result;
    }

    private int state(String text, int country) {
        String code = null;
        if (countrySlots.length == 0) {
            code = States.code(text);
        } else if (country >= Person.KNOWN) {
            code = States.code(CountryCode.text(country), text);
        }
        return code == null ? Person.UNKNOWN : Person.KNOWN + States.number(code);
    }

    private static boolean[] countries() {
        boolean[] known = new boolean[CountryCode.LIMIT];
        Countries.codes().forEach(code -> known[CountryCode.of(code)] = true);
        return known;
    }
}
