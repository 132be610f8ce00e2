package dev.sluice.gateway.overview;

import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.RuleMap;
import dev.sluice.policy.decision.RuleMap.Place;
import dev.sluice.policy.decision.RuleMap.Spoken;
import dev.sluice.policy.decision.RuleTrace.Traced;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.words.RuleWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Partners against the categories that catalogs have.
 *
 * @param columns partners, and their purposes where they have several
 * @param rows by category, a cell for each column
 */
public record Matrix(List<String> columns, Map<String, List<Cell>> rows) {

    /**
     * What a partner may get of a category at best.
     *
     * @param text {@code as_is}, other forms, {@code forbidden} or {@code –}; with {@code if} where it depends on
     * the customer
     * @param kind how it is shown
     * @param rules why, a rule a line
     */
    public record Cell(String text, Kind kind, List<String> rules) {

        static final Cell NOTHING = new Cell("–", Kind.NOTHING, List.of());

        public Cell {
            rules = List.copyOf(rules);
        }
    }

    /** From the widest to the narrowest. */
    public enum Kind {
        AS_IS,
        CHANGED,
        CONDITIONAL,
        FORBIDDEN,
        NOTHING
    }

    public static Matrix of(Bundle bundle, DecisionPoint decisions) {
        List<Recipient> recipients = Recipient.all(bundle, decisions);
        RuleWords words = new RuleWords(bundle);
        SortedSet<String> categories = new TreeSet<>();
        recipients.forEach(recipient -> recipient
                .catalogs()
                .values()
                .forEach(map -> map.places().forEach(place -> categories.addAll(place.categories()))));
        Map<String, List<Cell>> rows = new LinkedHashMap<>();
        for (String category : categories) {
            rows.put(
                    category,
                    recipients.stream()
                            .map(recipient -> cell(category, recipient, words))
                            .toList());
        }
        return new Matrix(recipients.stream().map(Recipient::title).toList(), rows);
    }

    private static Cell cell(String category, Recipient recipient, RuleWords words) {
        SortedSet<String> forms = new TreeSet<>(
                Comparator.comparing((String form) -> !form.equals("as_is")).thenComparing(Comparator.naturalOrder()));
        Map<Traced, String> rules = new TreeMap<>(Comparator.comparing(Traced::location));
        boolean conditional = false;
        boolean forbidden = false;
        for (RuleMap map : recipient.catalogs().values()) {
            for (Place place : map.places()) {
                if (!place.categories().contains(category)) {
                    continue;
                }
                forbidden |= place.forbids().stream().anyMatch(Spoken::always);
                if (place.mayLeave()) {
                    forms.add(form(place));
                    conditional |= !always(place);
                }
                if (place.mayLeave() || place.forbids().stream().anyMatch(Spoken::always)) {
                    speaking(place).forEach(spoken -> tell(map.rules().get(spoken.rule()), words, rules));
                }
            }
        }
        List<String> why = List.copyOf(rules.values());
        if (forms.isEmpty()) {
            return forbidden ? new Cell("forbidden", Kind.FORBIDDEN, why) : Cell.NOTHING;
        }
        String text = String.join(", ", forms) + (conditional ? " if" : "");
        Kind kind = conditional ? Kind.CONDITIONAL : forms.first().equals("as_is") ? Kind.AS_IS : Kind.CHANGED;
        return new Cell(text, kind, why);
    }

    private static void tell(Traced rule, RuleWords words, Map<Traced, String> rules) {
        RuleWords.Spelled spelled = words.at(rule.location());
        rules.put(rule, rule.name() + " " + spelled.does() + ", " + spelled.terms());
    }

    private static List<Spoken> speaking(Place place) {
        List<Spoken> all = new ArrayList<>();
        place.shares().forEach(all::addAll);
        all.addAll(place.protects());
        all.addAll(place.forbids());
        return all;
    }

    /** The mildest form in which it can leave: what always protects it is reckoned in. */
    private static String form(Place place) {
        Spoken strictest = null;
        for (List<Spoken> ofCategory : place.shares()) {
            Spoken mildest = ofCategory.stream()
                    .min(Comparator.comparingInt(Spoken::rank))
                    .orElseThrow();
            strictest = strictest == null || mildest.rank() > strictest.rank() ? mildest : strictest;
        }
        for (Spoken protect : place.protects()) {
            if (protect.always() && strictest != null && protect.rank() > strictest.rank()) {
                strictest = protect;
            }
        }
        return strictest == null ? "as_is" : strictest.form();
    }

    /** Whether it leaves in that form whoever the customer is. */
    private static boolean always(Place place) {
        boolean granted = place.shares().stream().allMatch(Matrix::mildestAlways);
        return granted && place.forbids().isEmpty() && place.protects().stream().allMatch(Spoken::always);
    }

    private static boolean mildestAlways(List<Spoken> shares) {
        int mildest = shares.stream().mapToInt(Spoken::rank).min().orElseThrow();
        return shares.stream().anyMatch(share -> share.always() && share.rank() == mildest);
    }
}
