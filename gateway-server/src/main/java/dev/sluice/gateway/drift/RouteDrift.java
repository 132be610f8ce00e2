package dev.sluice.gateway.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What no catalog knows on one route. Memory is bounded: so many names are told apart, and where there are more the rarest
 * makes room and is counted without its name.
 */
public final class RouteDrift {

    /** How many names are told apart on a route. */
    static final int MOST_NAMES = 200;

    private static final int MOST_PLACES = 2000;
    private static final String NAMELESS = ".?";

    private final String route;
    private final String catalog;
    private final NameHash hash;
    private final Map<String, Tally> nameless = new HashMap<>();
    private final Map<Key, UnknownName> names = new HashMap<>();

    /** A name at a place. */
    private record Key(String around, long name) {}

    RouteDrift(String route, String catalog, NameHash hash) {
        this.route = route;
        this.catalog = catalog;
        this.hash = hash;
    }

    /**
     * Something that no catalog knows.
     *
     * @param place the place around it as the catalog spells it, and its name if that may be told, else {@code ?}
     * @param members how often it was met
     */
    public record Place(String place, long members, Instant firstSeen, Instant lastSeen) {}

    public String route() {
        return route;
    }

    public String catalog() {
        return catalog;
    }

    /** Counts members of no known name, or elements, below a place of the catalog. */
    public synchronized void count(String around, long members, long nowMillis) {
        if (nameless.containsKey(around) || nameless.size() < MOST_PLACES) {
            nameless.computeIfAbsent(around, place -> new Tally()).add(members, nowMillis);
        }
    }

    /** Counts members of one name below a place of the catalog. */
    public synchronized void count(String around, byte[] name, long members, long nowMillis) {
        known(around, name).tally().add(members, nowMillis);
    }

    /**
     * A customer's record held a name.
     *
     * @param customer what tells this customer from others, any bytes
     * @return whether more customers are of interest
     */
    public synchronized boolean seen(String around, byte[] name, byte[] customer, int from, int to) {
        UnknownName known = known(around, name);
        known.seen(hash.of(customer, from, to), name, 0, name.length);
        return !known.settled();
    }

    private UnknownName known(String around, byte[] name) {
        Key key = new Key(around, hash.of(name, 0, name.length));
        UnknownName known = names.get(key);
        if (known == null) {
            if (names.size() >= MOST_NAMES) {
                forgetRarest();
            }
            known = new UnknownName(around);
            names.put(key, known);
        }
        return known;
    }

    private void forgetRarest() {
        Iterator<UnknownName> each = names.values().iterator();
        UnknownName rarest = each.next();
        while (each.hasNext()) {
            UnknownName name = each.next();
            boolean rarer = name.tally().count() < rarest.tally().count();
            rarest = rarer && name.name() == null || rarest.name() != null && name.name() == null ? name : rarest;
        }
        UnknownName forgotten = rarest;
        names.values().removeIf(name -> name == forgotten);
        if (nameless.containsKey(forgotten.around()) || nameless.size() < MOST_PLACES) {
            nameless.computeIfAbsent(forgotten.around(), place -> new Tally()).add(forgotten.tally());
        }
    }

    /** What was met, the most frequent first. */
    public synchronized List<Place> places() {
        Map<String, Tally> byPlace = new TreeMap<>();
        nameless.forEach((around, tally) ->
                byPlace.computeIfAbsent(around + NAMELESS, place -> new Tally()).add(tally));
        names.values().forEach(name -> {
            String word = name.name();
            String place = word == null ? name.around() + NAMELESS : name.around() + "." + word;
            byPlace.computeIfAbsent(place, spelled -> new Tally()).add(name.tally());
        });
        List<Place> places = new ArrayList<>();
        byPlace.forEach((place, tally) -> {
            if (tally.count() > 0) {
                places.add(new Place(
                        place, tally.count(), Instant.ofEpochMilli(tally.first()), Instant.ofEpochMilli(tally.last())));
            }
        });
        places.sort(Comparator.comparing(Place::members).reversed().thenComparing(Place::place));
        return places;
    }
}
