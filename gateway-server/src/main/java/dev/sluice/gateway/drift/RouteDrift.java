package dev.sluice.gateway.drift;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * What no catalog knows on one route. Memory is bounded: so many names are told apart, and where there are more the rarest
 * makes room.
 */
public final class RouteDrift {

    /** How many names are told apart on a route. */
    static final int MOST_NAMES = 200;

    private static final int MOST_PLACES = 2000;
    private static final String NAMELESS = ".?";

    private final String route;
    private final String catalog;
    private final NameHash hash;
    private final Map<String, Tally> all = new HashMap<>();
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

    /** Counts members and elements below a place of the catalog, whatever their names. */
    public synchronized void count(String around, long members, long nowMillis) {
        if (all.containsKey(around) || all.size() < MOST_PLACES) {
            all.computeIfAbsent(around, place -> new Tally()).add(members, nowMillis);
        }
    }

    /** Counts members of one name below a place of the catalog, which are among those that are counted there anyway. */
    public synchronized void count(String around, byte[] name, long members, long nowMillis) {
        known(around, name).tally().add(members, nowMillis);
    }

    /** What tells a customer from others, and says nothing of them. */
    public long customer(byte[] id) {
        return hash.of(id, 0, id.length);
    }

    /**
     * A customer's record held a name.
     *
     * @param customer by {@link #customer}
     * @return whether more customers are of interest
     */
    public synchronized boolean seen(String around, byte[] name, long customer) {
        UnknownName known = known(around, name);
        known.seen(customer, name, 0, name.length);
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
    }

    /** What was met, the most frequent first. */
    public synchronized List<Place> places() {
        Map<String, Long> told = new HashMap<>();
        List<Place> places = new ArrayList<>();
        for (UnknownName name : names.values()) {
            Tally tally = name.tally();
            if (name.name() != null && tally.count() > 0) {
                places.add(place(name.around() + "." + name.name(), tally.count(), tally));
                told.merge(name.around(), tally.count(), Long::sum);
            }
        }
        all.forEach((around, tally) -> {
            long rest = tally.count() - told.getOrDefault(around, 0L);
            if (rest > 0) {
                places.add(place(around + NAMELESS, rest, tally));
            }
        });
        places.sort(Comparator.comparing(Place::members).reversed().thenComparing(Place::place));
        return places;
    }

    private static Place place(String place, long members, Tally tally) {
        return new Place(place, members, Instant.ofEpochMilli(tally.first()), Instant.ofEpochMilli(tally.last()));
    }
}
