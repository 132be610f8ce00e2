package dev.sluice.policy.evaluate;

import java.util.List;
import java.util.Optional;

/** The ways of writing down a consent that are understood, in the order in which they are told: one line for each. */
public final class ConsentAdapters {

    private static final List<ConsentAdapter> ALL = List.of(new FlagConsent(), new ShopifyConsent());

    private ConsentAdapters() {}

    public static List<ConsentAdapter> all() {
        return ALL;
    }

    /** The words by which catalogs name them. */
    public static List<String> words() {
        return ALL.stream().map(ConsentAdapter::word).toList();
    }

    public static Optional<ConsentAdapter> find(String word) {
        return ALL.stream().filter(one -> one.word().equals(word)).findFirst();
    }
}
