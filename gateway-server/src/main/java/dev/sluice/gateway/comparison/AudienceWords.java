package dev.sluice.gateway.comparison;

import dev.sluice.policy.compare.Change.Audience;
import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.vocabulary.Purposes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who a change concerns, in words: {@code mailwerk and adspree, for marketing and all below it}. */
final class AudienceWords {

    private AudienceWords() {}

    static String of(List<Audience> to) {
        Map<List<String>, List<String>> byPurposes = new LinkedHashMap<>();
        to.forEach(one -> byPurposes
                .computeIfAbsent(one.purposes(), key -> new ArrayList<>())
                .add(one.partner()));
        List<String> words = new ArrayList<>();
        byPurposes.forEach((purposes, partners) -> words.add(Listing.and(partners) + ", for " + purposes(purposes)));
        return String.join("; ", words);
    }

    /** Purposes, those left out that stand below another with all that stand there. */
    static String purposes(List<String> purposes) {
        List<String> words = new ArrayList<>();
        for (String purpose : purposes) {
            if (purposes.stream().noneMatch(other -> !other.equals(purpose) && whole(other, purposes, purpose))) {
                words.add(
                        below(purpose).size() > 1 && purposes.containsAll(below(purpose))
                                ? purpose + " and all below it"
                                : purpose);
            }
        }
        return Listing.and(words);
    }

    private static boolean whole(String other, List<String> purposes, String purpose) {
        return Purposes.covers(other, purpose) && purposes.containsAll(below(other));
    }

    private static List<String> below(String purpose) {
        return Purposes.names().stream()
                .filter(one -> Purposes.covers(purpose, one))
                .toList();
    }
}
