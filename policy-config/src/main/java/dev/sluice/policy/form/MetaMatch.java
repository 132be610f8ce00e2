package dev.sluice.policy.form;

import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.vocabulary.Countries;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Meta's rules (customer information parameters): lower case, no spaces, no punctuation; phones as digits from the
 * country code
 * on; birth dates as {@code 19880430}; {@code f} and {@code m}; US states by their two letters, US postcodes by five
 * digits.
 */
final class MetaMatch implements MatchProfile {

    private static final Set<MatchIdentifier> HASHED = EnumSet.complementOf(EnumSet.of(MatchIdentifier.STREET));
    private static final Set<MatchIdentifier> LOCAL =
            EnumSet.of(MatchIdentifier.PHONE, MatchIdentifier.STATE, MatchIdentifier.POSTAL_CODE);
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern DISTANCE = Pattern.compile("[\\s\\p{Z}\\p{Pd}]+");
    private static final Pattern US_STATE = Pattern.compile("(us-)?([a-z]{2})");
    private static final Pattern US_POSTCODE = Pattern.compile("([0-9]{5})(-?[0-9]{4})?");
    private static final Pattern LONG_POSTCODE = Pattern.compile("([0-9]{5})-[0-9]{4}");
    private static final String US = "US";
    private static final int EARLIEST = 1900;

    @Override
    public Set<MatchIdentifier> hashed() {
        return HASHED;
    }

    @Override
    public Set<MatchIdentifier> local() {
        return LOCAL;
    }

    @Override
    public @Nullable String spelled(MatchIdentifier identifier, String text, RecordContext context) {
        String lower = text.toLowerCase(Locale.ROOT);
        return switch (identifier) {
            case EMAIL -> EmailAddress.read(lower) == null ? null : lower;
            case PHONE -> phone(text, context);
            case FIRST_NAME, LAST_NAME, CITY ->
                NO_LETTER_OR_DIGIT.matcher(lower).replaceAll("");
            case STATE -> state(lower, context.country());
            case POSTAL_CODE -> postcode(lower, context.country());
            case COUNTRY -> country(text);
            case BIRTH_DATE -> birthDate(text, context);
            case GENDER -> gender(lower);
            case STREET -> null;
        };
    }

    private static @Nullable String phone(String text, RecordContext context) {
        String number = PhoneNumber.e164(text, context.country());
        return number == null ? null : number.substring(1);
    }

    /**
     * In the US only the two letters are comparable; where the country is unknown, nothing longer can be told from a
     * name.
     */
    private static @Nullable String state(String lower, @Nullable String country) {
        var code = US_STATE.matcher(lower);
        if (code.matches()) {
            return code.group(2);
        }
        return country == null || country.equals(US)
                ? null
                : NO_LETTER_OR_DIGIT.matcher(lower).replaceAll("");
    }

    private static @Nullable String postcode(String lower, @Nullable String country) {
        var american = (country == null ? LONG_POSTCODE : US_POSTCODE).matcher(lower);
        if ((country == null || country.equals(US)) && american.matches()) {
            return american.group(1);
        }
        return US.equals(country) ? null : DISTANCE.matcher(lower).replaceAll("");
    }

    private static @Nullable String country(String text) {
        String code = Countries.alpha2(text);
        return code == null ? null : code.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String birthDate(String text, RecordContext context) {
        LocalDate date = IsoDate.read(text);
        boolean taken = date != null
                && date.getYear() >= EARLIEST
                && !date.isAfter(LocalDate.ofInstant(context.instant(), ZoneOffset.UTC));
        return taken ? DateTimeFormatter.BASIC_ISO_DATE.format(date) : null;
    }

    private static @Nullable String gender(String lower) {
        return switch (lower) {
            case "f", "female" -> "f";
            case "m", "male" -> "m";
            default -> null;
        };
    }
}
