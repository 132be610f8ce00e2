package dev.sluice.gateway.overview;

import dev.sluice.gateway.overview.Recipient.Documents;
import dev.sluice.policy.decision.RuleMap;
import dev.sluice.policy.decision.RuleMap.Place;
import dev.sluice.policy.decision.RuleMap.Spoken;
import dev.sluice.policy.decision.RuleTrace.Traced;
import dev.sluice.policy.field.FieldNode;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.proof.Prospects.Prospect;
import dev.sluice.policy.repository.ReadyBundle;
import dev.sluice.policy.vocabulary.Categories;
import dev.sluice.policy.words.RuleWords;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private final ReadyBundle ready;
    private final Categories categories;
    private final RuleWords words;

    public Who(ReadyBundle ready) {
        this.ready = ready;
        this.categories = ready.loaded().model().vocabulary();
        this.words = new RuleWords(ready.loaded().model());
    }

    /** In the order of partners, purposes and rules' places. @param now from when on something may leave */
    public List<Grant> gets(String category, Instant now) {
        List<Grant> grants = new ArrayList<>();
        for (Recipient recipient : Recipient.all(ready, now)) {
            Map<Traced, Found> byRule = new TreeMap<>(Comparator.comparing(Traced::location));
            recipient.catalogs().forEach((catalog, documents) -> collect(category, catalog, documents, byRule));
            byRule.forEach((rule, found) -> grants.add(new Grant(
                    partner(recipient.partner()),
                    recipient.purpose(),
                    rule,
                    words.at(rule.location()),
                    found.places.isEmpty() ? found.idle : found.places,
                    List.copyOf(found.cuts.values()),
                    found.places.isEmpty())));
        }
        return grants;
    }

    /** What one rule shares, where it does so of nobody, and what may cut it down. */
    private static final class Found {
        private final SortedMap<String, SortedSet<String>> places = new TreeMap<>();
        private final SortedMap<String, SortedSet<String>> idle = new TreeMap<>();
        private final Map<Traced, Grant.Cut> cuts = new LinkedHashMap<>();
    }

    private void collect(String category, String catalog, Documents documents, Map<Traced, Found> byRule) {
        RuleMap map = documents.map();
        for (Place place : map.places()) {
            boolean meant = place.categories().stream().anyMatch(one -> categories.related(category, one));
            if (!meant || place.shares().isEmpty() || place.shares().stream().anyMatch(List::isEmpty)) {
                continue;
            }
            Optional<Prospect> prospect = documents.prospect(place);
            place.shares()
                    .forEach(ofCategory -> ofCategory.forEach(share -> {
                        Found found = byRule.computeIfAbsent(map.rules().get(share.rule()), rule -> new Found());
                        boolean acts =
                                prospect.isEmpty() || prospect.get().shares().contains(share.rule());
                        (acts ? found.places : found.idle)
                                .computeIfAbsent(catalog, id -> new TreeSet<>())
                                .addAll(FieldNode.places(place.pattern()));
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
