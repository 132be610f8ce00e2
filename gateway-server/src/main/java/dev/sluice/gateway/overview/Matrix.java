package dev.sluice.gateway.overview;

import dev.sluice.gateway.overview.Recipient.Documents;
import dev.sluice.policy.decision.RuleMap.Place;
import dev.sluice.policy.decision.RuleMap.Spoken;
import dev.sluice.policy.decision.RuleTrace.Traced;
import dev.sluice.policy.proof.Prospects.Prospect;
import dev.sluice.policy.repository.ReadyBundle;
import dev.sluice.policy.words.RuleWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    /** @param now from when on it is asked what can become of places */
    public static Matrix of(ReadyBundle ready, Instant now) {
        List<Recipient> recipients = Recipient.all(ready, now);
        RuleWords words = new RuleWords(ready.loaded().model());
        SortedSet<String> categories = new TreeSet<>();
        recipients.forEach(recipient -> recipient
                .catalogs()
                .values()
                .forEach(of -> of.map().places().forEach(place -> categories.addAll(place.categories()))));
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
        for (Documents documents : recipient.catalogs().values()) {
            for (Place place : documents.map().places()) {
                if (!place.categories().contains(category)) {
                    continue;
                }
                boolean never = place.forbids().stream().anyMatch(Spoken::always);
                Prospect prospect = documents.prospect(place).orElseGet(() -> likely(place));
                forbidden |= never;
                if (prospect.form() != null) {
                    forms.add(prospect.form());
                    conditional |= !prospect.always();
                }
                if (prospect.form() != null || never) {
                    speaking(place, prospect)
                            .forEach(spoken -> tell(documents.map().rules().get(spoken.rule()), words, rules));
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

    /** Shares by which it leaves of somebody, and all cuts. */
    private static List<Spoken> speaking(Place place, Prospect prospect) {
        List<Spoken> all = new ArrayList<>();
        place.shares()
                .forEach(ofCategory -> ofCategory.stream()
                        .filter(share ->
                                prospect.form() == null || prospect.shares().contains(share.rule()))
                        .forEach(all::add));
        all.addAll(place.protects());
        all.addAll(place.forbids());
        return all;
    }

    /** What the rules by themselves say, where not every customer was looked at. */
    private static Prospect likely(Place place) {
        Set<Integer> shares = new HashSet<>();
        place.shares().forEach(ofCategory -> ofCategory.forEach(share -> shares.add(share.rule())));
        return new Prospect(place.mayLeave() ? form(place) : null, place.mayLeave() && always(place), shares);
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
