package dev.sluice.policy.diagnostic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that an author most likely meant, so that an error can say it. */
public final class NearestName {

    private static final int LONGEST_COMPARED = 100;

    private NearestName() {}

    /**
     * The known name nearest to a written one, if one is near enough to be meant: a third of its letters may differ.
     * If none is, the
     * shortest one whose last word was written: {@code email} for {@code user.contact.email}.
     */
    public static Optional<String> of(String written, Collection<String> known) {
        if (written.isEmpty() || written.length() > LONGEST_COMPARED) {
            return Optional.empty();
        }
        String wanted = written.toLowerCase(Locale.ROOT);
        int bound = Math.max(1, wanted.length() / 3);
        return known.stream()
                .map(name -> new Candidate(name, distance(wanted, name.toLowerCase(Locale.ROOT))))
                .filter(candidate -> candidate.distance <= bound)
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .map(Candidate::name)
                .or(() -> byLastWord(wanted, known));
    }

    private static Optional<String> byLastWord(String wanted, Collection<String> known) {
        return known.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).endsWith("." + wanted))
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    /** {@code did you mean `x`?}, or else the given help. */
    public static String help(String written, Collection<String> known, String otherwise) {
        return of(written, known).map(name -> "did you mean `" + name + "`?").orElse(otherwise);
    }

    /** Insertions, deletions, replacements and swaps of neighbours that make one text the other. */
    private static int distance(String a, String b) {
        int[][] costs = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            costs[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            costs[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int replaced = costs[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                int cost = Math.min(replaced, Math.min(costs[i - 1][j], costs[i][j - 1]) + 1);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                costs[i][j] = swapped ? Math.min(cost, costs[i - 2][j - 2] + 1) : cost;
            }
        }
        return costs[a.length()][b.length()];
    }

    private record Candidate(String name, int distance) {}
}
