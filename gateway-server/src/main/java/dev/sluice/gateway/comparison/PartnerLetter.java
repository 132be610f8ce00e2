package dev.sluice.gateway.comparison;

import dev.sluice.policy.compare.Change;
import dev.sluice.policy.compare.Differences;
import dev.sluice.policy.compare.Direction;
import java.io.PrintStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a partner is told of a change: what it gets newly, what no longer, and from when. Nothing of it says how the shop
 * decides, of whom, or what others get.
 */
public final class PartnerLetter {

    private final String partner;

    /** @param partner its id */
    public PartnerLetter(String partner) {
        this.partner = partner;
    }

    /** @param name what it is called */
    public void print(String name, Differences differences, PrintStream out) {
        Map<String, Map<String, TreeSet<String>>> byPurposes = new LinkedHashMap<>();
        for (Change change : differences.changes()) {
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
        if (byPurposes.isEmpty()) {
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
        declared(differences, out);
    }

    private static void add(Change change, Map<String, TreeSet<String>> byTitle) {
        TreeSet<String> lines = byTitle.computeIfAbsent(title(change), key -> new TreeSet<>());
        Map<String, List<String>> byCategories = new LinkedHashMap<>();
        change.places()
                .forEach(place -> byCategories
                        .computeIfAbsent(AudienceWords.and(place.categories()), key -> new ArrayList<>())
                        .add(place.path()));
        byCategories.forEach(
                (categories, paths) -> lines.add(categories + form(change) + ", at " + String.join(", ", paths)));
    }

    private static String title(Change change) {
        LocalDate from = change.from();
        String when = from == null ? "" : ", from " + from + " on";
        if (change.before().leaves() && change.after().leaves()) {
            return "You receive in another form" + when + ":";
        }
        if (change.direction() == Direction.WIDER) {
            return (change.anew() ? "You receive newly" : "You receive of more customers than before") + when + ":";
        }
        return (change.anew() ? "You no longer receive" : "You receive of fewer customers than before") + when + ":";
    }

    private static String form(Change change) {
        String before = words(change.before().form());
        String after = words(change.after().form());
        if (!before.isEmpty() && !after.isEmpty()) {
            return ", until now " + before + ", then " + after;
        }
        return ", " + before + after;
    }

    /** To the partner itself. What a form demands of a value is the shop's own affair. */
    private static String words(@Nullable String form) {
        if (form == null) {
            return "";
        }
        return form.replaceFirst(", where it is fit for .*", "")
                .replaceFirst(" \\(key `.*", "")
                .replace(" of this partner", " made for you alone")
                .replace("encrypted to the partner", "encrypted to you")
                .replace("encrypted to it", "encrypted to you");
    }

    private void declared(Differences differences, PrintStream out) {
        List<Differences.Declared> own = differences.declared().stream()
                .filter(one -> one.partner().equals(partner)
                        && List.of("purposes", "status").contains(one.what()))
                .toList();
        own.forEach(one ->
                out.println("Your " + one.what() + ": until now " + one.before() + ", then " + one.after() + "."));
    }
}
