package dev.sluice.policy.validate;

import dev.sluice.policy.condition.Attribute;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.evaluate.ConsentAdapters;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.ConsentShape;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Invariant;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.PartShape;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.model.RecordShape;
import dev.sluice.policy.model.ShopForbid;
import dev.sluice.policy.vocabulary.Roles;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Whatever a document refers to is there: roles, partners, catalogs, parts, attributes, adapters. */
final class ReferenceCheck implements BundleCheck {

    private static final Words ADAPTERS = Words.of("adapter", ConsentAdapters.words());

    @Override
    public void check(Bundle bundle, Problems problems) {
        Words roles = Words.of("role", roles(bundle));
        Words catalogs = Words.of("catalog", ids(bundle.catalogs().stream().map(Catalog::id)));
        Words partners = Words.of("partner", ids(bundle.partners().stream().map(Partner::id)));
        Words attributes = Words.of("attribute", attributes(bundle));
        for (Partner partner : bundle.partners()) {
            roles.check(partner.role(), problems, roles.all());
        }
        for (Policy policy : bundle.policies()) {
            roles.check(policy.partners().roles(), problems, roles.all());
            partners.check(policy.partners().ids(), problems, partners.all());
            catalogs.check(policy.catalogs(), problems, catalogs.all());
            parts(bundle, policy, problems);
        }
        for (ShopForbid forbid : bundle.forbids()) {
            roles.check(forbid.to().roles(), problems, roles.all());
            partners.check(forbid.to().ids(), problems, partners.all());
            forbid.except().forEach(one -> partners.check(one.partner(), problems, partners.all()));
        }
        for (Invariant invariant : bundle.invariants()) {
            roles.check(invariant.promise().to().roles(), problems, roles.all());
            partners.check(invariant.promise().to().ids(), problems, partners.all());
        }
        cutParts(bundle, problems);
        Conditions.leaves(bundle)
                .flatMap(leaf -> leaf instanceof Attribute test ? Stream.of(test.name()) : Stream.empty())
                .forEach(name -> attributes.check(name, problems, attributes.all()));
        records(bundle.catalogs())
                .flatMap(record -> record.customer().consents().stream())
                .forEach(consent -> {
                    ADAPTERS.check(consent.adapter(), problems, ADAPTERS.all());
                    ConsentShape.Scope scope = consent.scope();
                    Stream.ofNullable(scope.partner()).forEach(one -> partners.check(one, problems, partners.all()));
                    Stream.ofNullable(scope.role()).forEach(one -> roles.check(one, problems, roles.all()));
                });
    }

    private static Collection<String> ids(Stream<Named> ids) {
        return new TreeSet<>(ids.map(Named::name).toList());
    }

    private static Collection<String> roles(Bundle bundle) {
        Collection<String> roles = new TreeSet<>(Roles.names());
        bundle.roles().forEach(role -> roles.add(role.id().name()));
        return roles;
    }

    private static Collection<String> attributes(Bundle bundle) {
        return new TreeSet<>(records(bundle.catalogs())
                .flatMap(record -> record.customer().attributes().keySet().stream())
                .toList());
    }

    /** Rules speak of parts of their policy's catalogs. */
    private static void parts(Bundle bundle, Policy policy, Problems problems) {
        Words own = Words.of("part", parts(Grants.catalogs(bundle, policy)));
        policy.rules().stream()
                .flatMap(rule -> Stream.ofNullable(rule.of()))
                .forEach(part -> own.check(part, problems, own.all()));
    }

    /** Cuts bind whatever the catalog. */
    private static void cutParts(Bundle bundle, Problems problems) {
        Words any = Words.of("part", parts(bundle.catalogs()));
        Stream.of(
                        bundle.policies().stream()
                                .flatMap(policy -> policy.protects().stream())
                                .map(Protect::of),
                        bundle.policies().stream()
                                .flatMap(policy -> policy.forbids().stream())
                                .map(Forbid::of),
                        bundle.forbids().stream().map(forbid -> forbid.forbid().of()),
                        bundle.invariants().stream().map(one -> one.promise().of()))
                .flatMap(parts -> parts)
                .filter(Objects::nonNull)
                .forEach(part -> any.check(part, problems, any.all()));
    }

    private static Collection<String> parts(List<Catalog> catalogs) {
        return ids(records(catalogs).flatMap(record -> record.parts().stream()).map(PartShape::name));
    }

    private static Stream<RecordShape> records(List<Catalog> catalogs) {
        return catalogs.stream().flatMap(catalog -> catalog.records().stream());
    }
}
