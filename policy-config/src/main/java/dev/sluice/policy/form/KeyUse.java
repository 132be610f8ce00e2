package dev.sluice.policy.form;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a key makes for one partner at an instant.
 *
 * @param key its id
 * @param used the epochs that names are made with, the newest first; none before the first epoch
 * @param all every epoch of the key
 * @param others every epoch of all other keys
 */
public record KeyUse(String key, List<Names> used, Set<Names> all, Set<Names> others) {

    public KeyUse {
        used = List.copyOf(used);
        all = Set.copyOf(all);
        others = Set.copyOf(others);
    }

    /** Equal where the same value gets the same name. Never prints what it is made with. */
    public record Names(String epoch, ByteBuffer secret) {

        static Names of(KeyRing.Epoch epoch) {
            return new Names(epoch.id(), ByteBuffer.wrap(epoch.secret()).asReadOnlyBuffer());
        }

        @Override
        public String toString() {
            return "Names[" + epoch + "]";
        }
    }

    /** @param both whether a value has room for the names of two epochs */
    public static KeyUse of(KeyRing ring, KeyRing.Key key, KeyChange change, boolean both, Instant at) {
        Epochs<Names> epochs = new Epochs<>(key, both ? change : single(change), Names::of);
        List<Names> used = Stream.of(epochs.at(at), epochs.beside(at))
                .filter(Objects::nonNull)
                .toList();
        Set<Names> others = ring.ids().stream()
                .filter(id -> !id.equals(key.id()))
                .flatMap(id -> names(Objects.requireNonNull(ring.key(id))))
                .collect(Collectors.toSet());
        return new KeyUse(key.id(), used, names(key).collect(Collectors.toSet()), others);
    }

    private static Stream<Names> names(KeyRing.Key key) {
        return key.epochs().stream().map(Names::of);
    }

    /** Whether some of its names are made with the bytes of another key: but for the epoch's id they are the same. */
    public boolean meetsOthers() {
        return used.stream()
                .anyMatch(
                        one -> others.stream().anyMatch(other -> other.secret().equals(one.secret())));
    }

    private static KeyChange single(KeyChange change) {
        return change == KeyChange.BOTH ? KeyChange.AT_ONCE : change;
    }

    /** The instants at which a key makes something else for some partner. */
    public static SortedSet<Instant> turns(KeyRing.Key key) {
        SortedSet<Instant> turns = new TreeSet<>();
        for (KeyRing.Epoch epoch : key.epochs()) {
            if (!epoch.from().equals(Instant.MIN)) {
                turns.addAll(List.of(epoch.from(), epoch.from().plus(key.overlap())));
            }
        }
        return turns;
    }

    /** Equal for rings whose keys always make the same. */
    public static Object likeness(KeyRing ring) {
        Map<String, Object> keys = new HashMap<>();
        for (String id : ring.ids()) {
            KeyRing.Key key = Objects.requireNonNull(ring.key(id));
            List<Object> epochs = new ArrayList<>(List.of(key.overlap()));
            key.epochs().forEach(epoch -> epochs.add(List.of(Names.of(epoch), epoch.from())));
            keys.put(id, epochs);
        }
        return keys;
    }

    /** Whether the same value gets the same names. */
    public boolean same(KeyUse other) {
        return used.equals(other.used);
    }

    /** The key and its epochs, in words. */
    public String words() {
        List<String> epochs = new ArrayList<>();
        used.forEach(one -> epochs.add("`" + one.epoch() + "`"));
        boolean lasting = used.size() == 1 && used.get(0).epoch().equals(key);
        return "key `" + key + "`" + (lasting ? "" : ", epoch " + String.join(" beside ", epochs));
    }
}
