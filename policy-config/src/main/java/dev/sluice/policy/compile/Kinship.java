package dev.sluice.policy.compile;

import dev.sluice.policy.vocabulary.Categories;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Remembers how a bundle's categories stand to each other, which is asked for each rule on each node. */
final class Kinship {

    private final Categories categories;
    private final Map<Pair, Boolean> grants = new ConcurrentHashMap<>();
    private final Map<Pair, Boolean> related = new ConcurrentHashMap<>();

    Kinship(Categories categories) {
        this.categories = categories;
    }

    private record Pair(String one, String other) {}

    Categories categories() {
        return categories;
    }

    /** Whether a share of one category grants the other. */
    boolean grants(String shared, String category) {
        return grants.computeIfAbsent(new Pair(shared, category), pair -> categories.grants(pair.one(), pair.other()));
    }

    /** Whether a cut on one category holds for the other. */
    boolean related(String cut, String category) {
        return related.computeIfAbsent(new Pair(cut, category), pair -> categories.related(pair.one(), pair.other()));
    }
}
