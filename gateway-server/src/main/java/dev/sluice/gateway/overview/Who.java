package dev.sluice.gateway.overview;

import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.RuleMap;
import dev.sluice.policy.decision.RuleMap.Place;
import dev.sluice.policy.decision.RuleMap.Spoken;
import dev.sluice.policy.decision.RuleTrace.Traced;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.vocabulary.Categories;
import dev.sluice.policy.words.RuleWords;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds who may get a category at all: it itself, what is below it, and what is catalogued more broadly and may hold
 * it.
 */
public final class Who {

    private final Bundle bundle;
    private final Categories categories;
    private final RuleWords words;

    public Who(Bundle bundle) {
        this.bundle = bundle;
        this.categories = bundle.vocabulary();
        this.words = new RuleWords(bundle);
    }

    /** In the order of partners, purposes and rules' places. */
    public List<Grant> gets(String category, DecisionPoint decisions) {
        List<Grant> grants = new ArrayList<>();
        for (Recipient recipient : Recipient.all(bundle, decisions)) {
            Map<Traced, Found> byRule = new TreeMap<>(Comparator.comparing(Traced::location));
            recipient.catalogs().forEach((catalog, map) -> collect(category, catalog, map, byRule));
            byRule.forEach((rule, found) -> grants.add(new Grant(
                    partner(recipient.partner()),
                    recipient.purpose(),
                    rule,
                    words.at(rule.location()),
                    found.places,
                    List.copyOf(found.cuts.values()))));
        }
        return grants;
    }

    /** What one rule shares, and what may cut it down. */
    private static final class Found {
        private final SortedMap<String, SortedSet<String>> places = new TreeMap<>();
        private final Map<Traced, Grant.Cut> cuts = new LinkedHashMap<>();
    }

    private void collect(String category, String catalog, RuleMap map, Map<Traced, Found> byRule) {
        for (Place place : map.places()) {
            boolean meant = place.categories().stream().anyMatch(one -> categories.related(category, one));
            if (!meant || place.shares().isEmpty() || place.shares().stream().anyMatch(List::isEmpty)) {
                continue;
            }
            place.shares()
                    .forEach(ofCategory -> ofCategory.forEach(share -> {
                        Found found = byRule.computeIfAbsent(map.rules().get(share.rule()), rule -> new Found());
                        found.places
                                .computeIfAbsent(catalog, id -> new TreeSet<>())
                                .add(place.pattern());
                        place.protects().forEach(cut -> add(map, cut, found));
                        place.forbids().forEach(cut -> add(map, cut, found));
                    }));
        }
    }

    private void add(RuleMap map, Spoken cut, Found found) {
        Traced rule = map.rules().get(cut.rule());
        found.cuts.put(rule, new Grant.Cut(rule, words.at(rule.location()), cut.always()));
    }

    private static String partner(Partner partner) {
        String countries = partner.countries().stream().map(Named::name).collect(Collectors.joining(", "));
        boolean suspended = partner.status() == Partner.Status.SUSPENDED;
        return partner.id() + " (" + partner.role() + (countries.isEmpty() ? "" : ", " + countries)
                + (suspended ? ", suspended: gets nothing for now" : "") + ")";
    }
}
