package dev.sluice.gateway.comparison;

import dev.sluice.policy.compare.Change;
import dev.sluice.policy.compare.Differences;
import dev.sluice.policy.compare.Differences.Declared;
import dev.sluice.policy.compare.Direction;
import dev.sluice.policy.compare.Outcome;
import dev.sluice.policy.diagnostic.Listing;
import dev.sluice.policy.diagnostic.SourceLocation;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** For those who review a change: what is wider first, then what is narrower, each with a customer of whom it is so. */
public final class DifferenceText {

    /** More places of one shape than these are counted, not listed; programs are told all. */
    private static final int MOST = 3;

    private final Function<SourceLocation, String> before;
    private final Function<SourceLocation, String> after;

    /** Both write a place as {@code file:line}, of the old bundle and of the new one. */
    public DifferenceText(Function<SourceLocation, String> before, Function<SourceLocation, String> after) {
        this.before = before;
        this.after = after;
    }

    public void print(Differences differences, PrintStream out) {
        for (Direction direction : Direction.values()) {
            List<Declared> declared = differences.declared().stream()
                    .filter(one -> one.direction() == direction)
                    .toList();
            List<Change> changes = differences.changes().stream()
                    .filter(one -> one.direction() == direction)
                    .toList();
            if (!declared.isEmpty() || !changes.isEmpty()) {
                out.println(title(direction));
                out.println();
                declared.forEach(one -> print(one, out));
                out.print(declared.isEmpty() ? "" : "\n");
                changes.forEach(one -> print(one, out));
            }
        }
        out.println(summary(differences));
    }

    private static String title(Direction direction) {
        return switch (direction) {
            case WIDER -> "WIDER: what leaves, or may leave, that did not before";
            case NARROWER -> "NARROWER: what leaves no longer, or in a stricter form";
            case NEITHER -> "OTHERWISE: what lets neither more nor less out";
        };
    }

    private static String summary(Differences differences) {
        if (differences.same()) {
            return "same: no customer can tell the two bundles apart, and no partner";
        }
        List<String> counts = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            long changes = differences.changes().stream()
                            .filter(one -> one.direction() == direction)
                            .count()
                    + differences.declared().stream()
                            .filter(one -> one.direction() == direction)
                            .count();
            if (changes > 0) {
                String word = direction == Direction.NEITHER
                        ? "otherwise"
                        : direction.name().toLowerCase(Locale.ROOT);
                counts.add(changes + " " + word);
            }
        }
        return String.join(", ", counts);
    }

    private static void print(Declared one, PrintStream out) {
        String whose = one.partner() == null ? "the gateway" : one.partner();
        out.println(whose + ": " + one.what() + ": " + one.before() + " → " + one.after());
    }

    private void print(Change change, PrintStream out) {
        out.println(AudienceWords.of(change.to()));
        byCategories(change).forEach((categories, places) -> {
            out.println("  " + categories);
            places.forEach((catalog, paths) -> out.println("    in " + catalog + ": " + some(paths)));
        });
        boolean ground = change.otherGround();
        out.println("  before: " + outcome(change.before(), before, ground));
        out.println("  now:    " + outcome(change.after(), after, ground));
        out.println("  of " + change.customer());
        out.println();
    }

    private static String some(List<String> paths) {
        int more = paths.size() - MOST;
        return more <= 1
                ? String.join(", ", paths)
                : String.join(", ", paths.subList(0, MOST)) + " and " + more + " more";
    }

    private static Map<String, Map<String, List<String>>> byCategories(Change change) {
        Map<String, Map<String, List<String>>> byCategories = new LinkedHashMap<>();
        for (Change.Spot spot : change.places()) {
            byCategories
                    .computeIfAbsent(Listing.and(spot.categories()), key -> new LinkedHashMap<>())
                    .computeIfAbsent(spot.catalog(), key -> new ArrayList<>())
                    .add(spot.path());
        }
        return byCategories;
    }

    /** @param ground whether the legal ground is told */
    private static String outcome(Outcome outcome, Function<SourceLocation, String> places, boolean ground) {
        SourceLocation at = outcome.reason().location();
        String rule = at == null ? "" : outcome.reason().rule() + " (" + places.apply(at) + ")";
        if (outcome.form() == null && !outcome.detail().isEmpty()) {
            return "stays, " + outcome.detail();
        }
        if (outcome.form() == null) {
            return "stays, " + outcome.reason().cause().text() + (rule.isEmpty() ? "" : ": " + rule);
        }
        String terms = outcome.terms();
        String grounds = ground ? ", on the ground of `" + String.join("` and `", outcome.grounds()) + "`" : "";
        return "leaves " + outcome.form() + outcome.detail() + (rule.isEmpty() ? "" : " by " + rule) + grounds
                + (terms == null || terms.isEmpty() ? "" : ", " + terms);
    }
}
