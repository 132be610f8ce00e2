package dev.sluice.policy.evaluate;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The adapters by the words that catalogs call them. */
public final class ConsentAdapters {

    private static final Map<String, ConsentAdapter> BY_WORD = Map.of(
            "flag", new FlagConsent(),
            "shopify", new ShopifyConsent());

    private ConsentAdapters() {}

    /** The adapter of this name, or null. */
    public static @Nullable ConsentAdapter find(String word) {
        return BY_WORD.get(word);
    }

    /** All names, sorted. */
    public static Set<String> words() {
        return new TreeSet<>(BY_WORD.keySet());
    }
}
