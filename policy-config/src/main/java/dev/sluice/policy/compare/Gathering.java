package dev.sluice.policy.compare;

import dev.sluice.policy.compare.Change.Audience;
import dev.sluice.policy.compare.Change.Spot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts together what is one change: of several places, for several purposes, for several partners. */
final class Gathering {

    private final Map<List<Object>, Told> byKey = new LinkedHashMap<>();

    /** One change. @param places by partner and purpose */
    private record Told(Found found, Map<String, Map<String, Set<Spot>>> places) {}

    void add(String partner, String purpose, List<Found> found) {
        for (Found one : found) {
            byKey.computeIfAbsent(key(one), key -> new Told(one, new LinkedHashMap<>()))
                    .places()
                    .computeIfAbsent(partner, key -> new LinkedHashMap<>())
                    .computeIfAbsent(purpose, key -> new LinkedHashSet<>())
                    .addAll(one.places());
        }
    }

    /** Equal for what is told at once: the shares of one rule stand on lines of their own and ask the same. */
    private static List<Object> key(Found found) {
        return List.of(found.direction(), key(found.before()), key(found.after()), found.customer(), found.anew());
    }

    private static List<Object> key(Outcome outcome) {
        return List.of(
                String.valueOf(outcome.form()),
                outcome.detail(),
                outcome.grounds(),
                outcome.reason().cause(),
                String.valueOf(outcome.reason().rule()),
                String.valueOf(outcome.terms()));
    }

    /** Wider ones first, each kind in the order in which they were found. */
    List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        byKey.values().forEach(told -> {
            Map<Map<Set<Spot>, List<String>>, List<String>> alike = new LinkedHashMap<>();
            told.places()
                    .forEach((partner, byPurpose) -> alike.computeIfAbsent(
                                    byPlaces(byPurpose), same -> new ArrayList<>())
                            .add(partner));
            alike.forEach((byPlaces, partners) -> byPlaces.forEach((spots, purposes) -> changes.add(change(
                    told.found(),
                    partners.stream()
                            .map(partner -> new Audience(partner, purposes))
                            .toList(),
                    List.copyOf(spots)))));
        });
        changes.sort(Comparator.comparing(Change::direction));
        return changes;
    }

    private static Map<Set<Spot>, List<String>> byPlaces(Map<String, Set<Spot>> byPurpose) {
        Map<Set<Spot>, List<String>> byPlaces = new LinkedHashMap<>();
        byPurpose.forEach((purpose, spots) ->
                byPlaces.computeIfAbsent(spots, same -> new ArrayList<>()).add(purpose));
        return byPlaces;
    }

    private static Change change(Found found, List<Audience> to, List<Spot> spots) {
        return new Change(
                found.direction(),
                to,
                spots,
                found.before(),
                found.after(),
                found.customer(),
                found.from(),
                found.anew());
    }
}
