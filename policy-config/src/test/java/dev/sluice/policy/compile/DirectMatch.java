package dev.sluice.policy.compile;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.sluice.policy.transform.MatchHashSpec.Profile;
import dev.sluice.policy.vocabulary.Categories;
import dev.sluice.policy.vocabulary.Countries;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * The match hash for {@link DirectEvaluator}, written down from the table in the reference, character by character; phone
 * numbers alone are left to the library that knows them.
 *
 * @param country of the record, or null
 */
record DirectMatch(Profile profile, Categories vocabulary, String country, Instant now) {

    /** What platforms match by, and whether Google takes it hashed. */
    private static final Map<String, Boolean> IDENTIFIERS = Map.ofEntries(
            Map.entry("user.contact.email", true),
            Map.entry("user.contact.phone_number", true),
            Map.entry("user.name.first", true),
            Map.entry("user.name.last", true),
            Map.entry("user.contact.address.street", true),
            Map.entry("user.contact.address.city", false),
            Map.entry("user.contact.address.state", false),
            Map.entry("user.contact.address.postal_code", false),
            Map.entry("user.contact.address.country", false),
            Map.entry("user.demographic.date_of_birth", false),
            Map.entry("user.demographic.gender", false));

    /** The hash of a value, or null where there is none. @param categories of the field */
    String of(Object value, List<String> categories) {
        List<String> held = IDENTIFIERS.keySet().stream()
                .filter(one -> categories.stream().anyMatch(category -> vocabulary.covers(one, category)))
                .toList();
        boolean google = profile == Profile.GOOGLE;
        if (held.size() != 1 || !(value instanceof String text)) {
            return null;
        }
        boolean taken = google ? IDENTIFIERS.get(held.get(0)) : !held.get(0).endsWith(".street");
        String trimmed = text.strip();
        if (!taken) {
            return null;
        }
        if (trimmed.length() == 64 && trimmed.chars().allMatch(one -> Character.digit(one, 16) >= 0)) {
            return trimmed.toLowerCase(Locale.ROOT);
        }
        String spelled = spelled(held.get(0), trimmed);
        return spelled == null || spelled.isEmpty() ? null : sha256(spelled);
    }

    private String spelled(String identifier, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        String word = identifier.substring(identifier.lastIndexOf('.') + 1);
        boolean google = profile == Profile.GOOGLE;
        return switch (word) {
            case "email" -> email(lower);
            case "phone_number" -> phone(text);
            case "first", "last" ->
                google ? String.join(" ", lower.split("\\s+")) : kept(lower, Character::isLetterOrDigit);
            case "street" -> String.join(" ", lower.split("\\s+"));
            case "city" -> kept(lower, Character::isLetterOrDigit);
            case "state" -> state(lower);
            case "postal_code" -> postcode(lower);
            case "country" -> {
                String code = Countries.alpha2(text);
                yield code == null ? null : code.toLowerCase(Locale.ROOT);
            }
            case "date_of_birth" -> birth(text);
            default -> List.of("f", "female", "m", "male").contains(lower) ? lower.substring(0, 1) : null;
        };
    }

    private String email(String lower) {
        String[] halves = lower.split("@", -1);
        boolean address = halves.length == 2
                && !halves[0].isEmpty()
                && halves[1].contains(".")
                && lower.chars().noneMatch(one -> Character.isWhitespace(one) || "<>,;".indexOf(one) >= 0);
        if (!address) {
            return null;
        }
        boolean dotless = halves[1].equals("gmail.com") || halves[1].equals("googlemail.com");
        String local = dotless && profile == Profile.GOOGLE ? kept(halves[0], one -> one != '.') : halves[0];
        return local.isEmpty() ? null : local + "@" + halves[1];
    }

    private String phone(String text) {
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text, country);
            String spelled = numbers.isValidNumber(number) ? numbers.format(number, PhoneNumberFormat.E164) : null;
            return spelled == null || profile == Profile.GOOGLE ? spelled : spelled.substring("+".length());
        } catch (NumberParseException e) {
            return null;
        }
    }

    /** Two letters are a code wherever they stand, and so is what says itself that it is one of the USA. */
    private String state(String lower) {
        String code = lower.startsWith("us-") ? lower.substring(3) : lower;
        if (code.length() == 2 && code.chars().allMatch(one -> one >= 'a' && one <= 'z')) {
            return code;
        }
        return country == null || country.equals("US") ? null : kept(lower, Character::isLetterOrDigit);
    }

    private String postcode(String lower) {
        String digits = kept(lower, Character::isDigit);
        boolean nine = lower.length() == 10 && lower.charAt(5) == '-' && digits.length() == 9;
        if ("US".equals(country)) {
            boolean whole = digits.equals(lower) && (lower.length() == 5 || lower.length() == 9);
            return nine || whole ? digits.substring(0, 5) : null;
        }
        return country == null && nine
                ? digits.substring(0, 5)
                : kept(lower, one -> !Character.isWhitespace(one) && one != '-');
    }

    private String birth(String text) {
        try {
            LocalDate date = LocalDate.parse(text);
            boolean taken = date.getYear() >= 1900 && !date.isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC));
            return taken ? kept(text, Character::isDigit) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String kept(String text, IntPredicate which) {
        return text.codePoints()
                .filter(which)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "%064x".formatted(new BigInteger(1, hash));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
