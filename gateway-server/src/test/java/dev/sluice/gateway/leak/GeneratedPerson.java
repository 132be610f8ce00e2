package dev.sluice.gateway.leak;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * One invented person and what they said, drawn from a seed. Birthdays stay clear of the day that the tests judge ages at, so that
 * their age is a plain number.
 *
 * @param country ISO code, or null where the document does not say
 * @param birthDate null where the document does not say
 * @param consent the marketing consent's state, or null where there is none
 * @param confirmed whether the consent says that it was confirmed
 */
record GeneratedPerson(
        int id,
        String firstName,
        String lastName,
        String email,
        String street,
        String postcode,
        @Nullable String country,
        @Nullable LocalDate birthDate,
        @Nullable String consent,
        boolean confirmed) {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private static final List<String> FIRST =
            List.of("Änne", "Zoë \"Z\" Maria", "Łucja", "Bob", "太郎", "Null", "O\\Neil", "Ay\tşe", "João", "Siobhán");
    private static final List<String> LAST =
            List.of("Müllerbach", "von der Höhenau", "O'Brientree", "Żółćkowska", "髙橋山本", "Trueman", "D'Arcysson");
    private static final List<String> COUNTRIES =
            List.of("DE", "DE", "DE", "AT", "CH", "FR", "US", "PL", "LI", "de", "DEU");
    private static final List<String> STATES = List.of(
            "subscribed",
            "subscribed",
            "subscribed",
            "SUBSCRIBED",
            "unsubscribed",
            "not_subscribed",
            "pending",
            "redacted",
            "perhaps");

    static GeneratedPerson draw(Random random, int id) {
        return new GeneratedPerson(
                id,
                pick(random, FIRST) + id,
                pick(random, LAST) + id,
                "person." + id + "@example." + pick(random, List.of("com", "org", "net")),
                "Lindenallee " + id + "b",
                "" + (10000 + random.nextInt(89999)),
                random.nextInt(12) == 0 ? null : pick(random, COUNTRIES),
                random.nextInt(8) == 0 ? null : birthDate(random),
                random.nextInt(8) == 0 ? null : pick(random, STATES),
                random.nextBoolean());
    }

    boolean ofAge() {
        return birthDate != null && !birthDate.plusYears(18).isAfter(TODAY);
    }

    boolean inGermanSpeakingCountry() {
        return country != null && List.of("DE", "AT", "CH", "de", "DEU").contains(country);
    }

    int age() {
        return birthDate == null ? -1 : birthDate.until(TODAY).getYears();
    }

    private static LocalDate birthDate(Random random) {
        int years = random.nextInt(4) == 0 ? 14 + random.nextInt(7) : 18 + random.nextInt(60);
        LocalDate day = LocalDate.of(TODAY.getYear() - years, 1 + random.nextInt(12), 1 + random.nextInt(28));
        boolean close = day.getMonthValue() == 11 && Math.abs(day.getDayOfMonth() - TODAY.getDayOfMonth()) < 3;
        return close ? day.plusDays(9) : day;
    }

    private static String pick(Random random, List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    @Override
    public String toString() {
        return "GeneratedPerson[" + id + "]";
    }
}
