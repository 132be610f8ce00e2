package dev.sluice.policy.repository;

import dev.sluice.policy.compile.BundleCompiler;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.Severity;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.ShopForbid;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The documents of a refused bundle in which nothing is wrong. What is wrong between them, such as forms that meet
 * without an
 * order, is told together with the rest, so that an author need not mend one thing to hear of the next.
 */
final class SoundPart {

    /** Follows from what was left out. */
    private static final String VACUOUS = "vacuous-cut";

    private final Bundle whole;
    private final Set<SourceLocation> spoilt = new TreeSet<>();

    private SoundPart(Bundle whole, List<Problem> problems) {
        this.whole = whole;
        TreeSet<SourceLocation> starts = starts(whole).collect(Collectors.toCollection(TreeSet::new));
        for (Problem problem : problems) {
            SourceLocation start = starts.floor(problem.location());
            if (problem.severity() == Severity.ERROR && start != null) {
                spoilt.add(start);
            }
        }
    }

    /** The problems, and those that the plans of the sound documents have. */
    static Problems withProblemsBetween(Bundle bundle, KeyRing keys, Problems problems) {
        SoundPart part = new SoundPart(bundle, problems.sorted());
        if (part.wordsAreSound()) {
            Problems between = new Problems();
            BundleCompiler.plans(part.documents(), keys, between);
            between.sorted().stream()
                    .filter(problem -> !problem.code().equals(VACUOUS))
                    .forEach(problems::add);
        }
        return problems;
    }

    private static Stream<SourceLocation> starts(Bundle bundle) {
        return Stream.of(
                        words(bundle),
                        bundle.catalogs().stream().map(Catalog::location),
                        bundle.partners().stream().map(Partner::location),
                        bundle.policies().stream().map(Policy::location),
                        bundle.forbids().stream().map(ShopForbid::location),
                        bundle.invariants().stream().map(invariant -> invariant.location()),
                        bundle.scenarios().stream().map(scenario -> scenario.location()))
                .flatMap(locations -> locations);
    }

    /** What all other documents may rest on. */
    private static Stream<SourceLocation> words(Bundle bundle) {
        return Stream.of(
                        bundle.categories().stream().map(one -> one.location()),
                        bundle.roles().stream().map(one -> one.location()),
                        bundle.ownRegions().stream().map(one -> one.location()),
                        bundle.ownAges().stream().map(one -> one.location()))
                .flatMap(locations -> locations);
    }

    private boolean wordsAreSound() {
        return words(whole).noneMatch(spoilt::contains);
    }

    private Bundle documents() {
        List<Catalog> catalogs = whole.catalogs().stream()
                .filter(catalog -> !spoilt.contains(catalog.location()))
                .toList();
        Set<String> known =
                catalogs.stream().map(catalog -> catalog.id().name()).collect(Collectors.toSet());
        return new Bundle(
                whole.categories(),
                whole.roles(),
                catalogs,
                whole.partners().stream()
                        .filter(partner -> !spoilt.contains(partner.location()))
                        .toList(),
                whole.policies().stream()
                        .filter(policy -> !spoilt.contains(policy.location()))
                        .filter(policy -> policy.catalogs().stream().allMatch(name -> known.contains(name.name())))
                        .toList(),
                whole.forbids().stream()
                        .filter(forbid -> !spoilt.contains(forbid.location()))
                        .toList(),
                List.of(),
                List.of(),
                whole.ownRegions(),
                whole.ownAges());
    }
}
