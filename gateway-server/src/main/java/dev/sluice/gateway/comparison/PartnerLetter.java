package dev.sluice.gateway.comparison;

import dev.sluice.policy.compare.Change;
import dev.sluice.policy.compare.Differences;
import dev.sluice.policy.compare.Differences.Declared;
import dev.sluice.policy.compare.Direction;
import dev.sluice.policy.compare.Outcome;
import dev.sluice.policy.diagnostic.Listing;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a partner is told of a change: what it gets newly, what no longer, and from when. Nothing of it says how the shop
 * decides, of whom, or what others get.
 */
public final class PartnerLetter {

    /** What a partner is told of what is said of it. */
    private static final Pattern OWN = Pattern.compile("(purposes|status|route|(catalog|purpose|query) of .*)");

    private final String partner;

    /** @param partner its id */
    public PartnerLetter(String partner) {
        this.partner = partner;
    }

    /** @param name what it is called */
    public void print(String name, Differences differences, PrintStream out) {
        Map<String, Map<String, TreeSet<String>>> byPurposes = new LinkedHashMap<>();
        for (Change change : earliestFirst(differences.changes())) {
            for (Change.Audience to : change.to()) {
                if (to.partner().equals(partner)) {
                    add(
                            change,
                            byPurposes.computeIfAbsent(
                                    AudienceWords.purposes(to.purposes()), key -> new LinkedHashMap<>()));
                }
            }
        }
        out.println("To " + name);
        out.println();
        List<Declared> own = own(differences);
        if (byPurposes.isEmpty() && own.isEmpty()) {
            out.println("Nothing changes in the data that you receive.");
        }
        byPurposes.forEach((purposes, byTitle) -> {
            out.println("For the purpose " + purposes + ":");
            out.println();
            byTitle.forEach((title, lines) -> {
                out.println("  " + title);
                lines.forEach(line -> out.println("    - " + line));
                out.println();
            });
        });
        own.forEach(one ->
                out.println("Your " + one.what() + ": until now " + one.before() + ", then " + one.after() + "."));
    }

    private static List<Change> earliestFirst(List<Change> changes) {
        return changes.stream()
                .sorted(Comparator.comparing(Change::from, Comparator.nullsFirst(Comparator.naturalOrder())))
                .toList();
    }

    private static void add(Change change, Map<String, TreeSet<String>> byTitle) {
        TreeSet<String> lines = byTitle.computeIfAbsent(title(change), key -> new TreeSet<>());
        Map<String, List<String>> byCategories = new LinkedHashMap<>();
        change.places()
                .forEach(place -> byCategories
                        .computeIfAbsent(Listing.and(place.categories()), key -> new ArrayList<>())
                        .add(place.path()));
        byCategories.forEach(
                (categories, paths) -> lines.add(categories + form(change) + ", at " + String.join(", ", paths)));
    }

    private static String title(Change change) {
        LocalDate from = change.from();
        String when = from == null ? "" : ", from " + from + " on";
        if (change.before().leaves() && change.after().leaves()) {
            return sameForm(change) ? same(change) + when + ":" : "You receive in another form" + when + ":";
        }
        if (change.direction() == Direction.WIDER) {
            return (change.anew() ? "You receive newly" : "You receive of more customers than before") + when + ":";
        }
        return (change.anew() ? "You no longer receive" : "You receive of fewer customers than before") + when + ":";
    }

    private static boolean sameForm(Change change) {
        return words(change.before().form()).equals(words(change.after().form()));
    }

    /** What is another though the form is of the same words. */
    private static String same(Change change) {
        return change.direction() == Direction.NEITHER
                        && change.before().detail().isEmpty()
                ? "You receive on another legal ground"
                : "You receive in the same form, but what you hold from before may not match it any more";
    }

    private static String form(Change change) {
        String before = words(change.before().form());
        String after = words(change.after().form());
        if (before.isEmpty() || after.isEmpty()) {
            return ", " + before + after;
        }
        String ground = change.otherGround()
                ? ", on the ground of " + grounds(change.before()) + " until now, then of " + grounds(change.after())
                : "";
        return (sameForm(change) ? ", " + after + epochs(change) : ", until now " + before + ", then " + after)
                + ground;
    }

    /** The partner sees them before each name. */
    private static String epochs(Change change) {
        String before = String.join(" beside ", change.before().epochs());
        String after = String.join(" beside ", change.after().epochs());
        return before.isEmpty()
                ? ""
                : ", until now of epoch " + before + ", then of "
                        + (before.equals(after) ? "another of that name" : after);
    }

    private static String grounds(Outcome of) {
        return Listing.and(
                of.grounds().stream().map(one -> one.replace('_', ' ')).toList());
    }

    /** To the partner itself. What a form demands of a value is the shop's own affair. */
    private static String words(@Nullable String form) {
        if (form == null) {
            return "";
        }
        return form.replace(" of this partner", " made for you alone")
                .replace("encrypted to the partner", "encrypted to you")
                .replace("encrypted to it", "encrypted to you");
    }

    private List<Declared> own(Differences differences) {
        return differences.declared().stream()
                .filter(one ->
                        partner.equals(one.partner()) && OWN.matcher(one.what()).matches())
                .toList();
    }
}
