package dev.sluice.policy.vocabulary;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a transfer of personal data to a recipient's countries rests on (GDPR Chapter V).
 *
 * @param word one of {@link #WORDS}
 * @param signed its first day, or null for ever
 * @param ends its last day, or null for ever
 */
public record TransferGround(
        String word, @Nullable LocalDate signed, @Nullable LocalDate ends) {

    /** All grounds by the words of the policy language. */
    public static final List<String> WORDS =
            List.of("none_needed", "adequacy", "dpf", "scc", "bcr", "explicit_consent");

    /**
     * Whether it carries a transfer on a day: it is signed and has not ended, no ground is needed inside the EEA alone,
     * adequacy needs a decision for every other country, and in the USA the recipient's own certification.
     *
     * @param countries alpha-2 codes in capitals
     */
    public boolean carries(Collection<String> countries, Regions regions, LocalDate day) {
        if ((signed != null && day.isBefore(signed)) || (ends != null && day.isAfter(ends))) {
            return false;
        }
        Set<String> eea = regions.region("EEA").countries(day);
        Region adequate = regions.region("ADEQUATE");
        return switch (word) {
            case "none_needed" -> eea.containsAll(countries);
            case "adequacy" ->
                countries.stream()
                        .allMatch(country ->
                                eea.contains(country) || adequate.countries(day).contains(country));
            case "dpf" ->
                countries.stream()
                        .allMatch(country -> eea.contains(country)
                                || adequate.countries(day).contains(country)
                                || adequate.certified(day).contains(country));
            default -> true;
        };
    }
}
