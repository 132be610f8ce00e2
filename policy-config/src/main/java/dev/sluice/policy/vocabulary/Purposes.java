package dev.sluice.policy.vocabulary;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What data is used for: the data uses of fideslang, and {@code x.delivery}. A dotted name stands below its prefix. */
public final class Purposes {

    private static final Set<String> NAMES = new TreeSet<>(WordList.read("purposes.txt"));

    private Purposes() {}

    public static boolean known(String name) {
        return NAMES.contains(name);
    }

    /** Whether the descendant is the ancestor or stands below it. */
    public static boolean covers(String ancestor, String descendant) {
        return WordList.atOrBelow(descendant, ancestor);
    }

    /** Whether a request may be for this purpose: it is a known one, and one of these or below one of them. */
    public static boolean among(Collection<String> own, String purpose) {
        if (!known(purpose)) {
            return false;
        }
        for (String one : own) {
            if (covers(one, purpose)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one is the other, above it or below it. */
    public static boolean related(String a, String b) {
        return covers(a, b) || covers(b, a);
    }

    /** All purposes, sorted. */
    public static List<String> names() {
        return List.copyOf(NAMES);
    }
}
