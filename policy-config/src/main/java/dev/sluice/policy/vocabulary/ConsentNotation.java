package dev.sluice.policy.vocabulary;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The ways of writing down a consent that are understood, by the words that catalogs name as {@code adapter}. */
public enum ConsentNotation {
    /** A single value. */
    FLAG("flag"),
    /** Shopify's consent objects. */
    SHOPIFY("shopify");

    private static final List<String> WORDS =
            Arrays.stream(values()).map(ConsentNotation::word).toList();

    private final String word;

    ConsentNotation(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    /** All words, in the order in which they are told. */
    public static List<String> words() {
        return WORDS;
    }

    /** The one of this word, or null. */
    public static @Nullable ConsentNotation of(String word) {
        int index = WORDS.indexOf(word);
        return index < 0 ? null : values()[index];
    }
}
