package dev.sluice.policy.validate;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.ConsentShape;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.ShopForbid;
import dev.sluice.policy.vocabulary.Channels;
import dev.sluice.policy.vocabulary.Purposes;
import java.util.List;
import java.util.stream.Stream;

/** Every purpose and channel is a known one, in partners, policies and wherever consents are read or asked for. */
final class PurposeCheck implements BundleCheck {

    private static final Words PURPOSES = Words.of("purpose", Purposes.names());
    private static final Words CHANNELS = Words.of("channel", Channels.names());
    private static final String HELP = "purposes are the data uses of fideslang, and `x.delivery`";

    @Override
    public void check(Bundle bundle, Problems problems) {
        Stream.of(
                        bundle.partners().stream().map(Partner::purposes).flatMap(List::stream),
                        bundle.policies().stream().map(Policy::purpose),
                        consents(bundle).map(ConsentShape::purpose),
                        bundle.forbids().stream().map(ShopForbid::purposes).flatMap(List::stream),
                        bundle.invariants().stream().flatMap(one -> one.promise().purposes().stream()),
                        requirements(bundle).flatMap(consent -> Stream.ofNullable(consent.purpose())))
                .<Named>flatMap(names -> names)
                .forEach(purpose -> PURPOSES.check(purpose, problems, HELP));
        Stream.concat(
                        consents(bundle).flatMap(consent -> Stream.ofNullable(consent.channel())),
                        requirements(bundle).flatMap(consent -> Stream.ofNullable(consent.channel())))
                .forEach(channel -> CHANNELS.check(channel, problems, CHANNELS.all()));
    }

    private static Stream<ConsentShape> consents(Bundle bundle) {
        return bundle.catalogs().stream()
                .map(Catalog::records)
                .flatMap(List::stream)
                .flatMap(record -> record.customer().consents().stream());
    }

    private static Stream<Basis.ConsentRequirement> requirements(Bundle bundle) {
        Stream<Basis> bases = bundle.policies().stream()
                .flatMap(policy -> Stream.concat(
                        Stream.of(policy.basis()), policy.rules().stream().map(Rule::basis)));
        return Stream.concat(
                bases.flatMap(basis -> basis instanceof Basis.OfConsent of ? Stream.of(of.consent()) : Stream.empty()),
                Conditions.leaves(bundle)
                        .flatMap(leaf ->
                                leaf instanceof Condition.Consent of ? Stream.of(of.consent()) : Stream.empty()));
    }
}
