package dev.sluice.policy.transform;

/** How many characters of a text stay. */
final class KeptCharacters {

    /** So many that a longer text than any is kept whole. */
    static final int MOST = 1000;

    private KeptCharacters() {}

    static String words(int count) {
        return count == 1 ? "character" : count + " characters";
    }
}
