package dev.sluice.policy.compile;

import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.evaluate.ClassRules.Ranked;
import dev.sluice.policy.evaluate.Gate;
import dev.sluice.policy.field.FieldTree;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rules that meet on one node, their forms ranked from the mildest to the strictest.
 *
 * @param shares by category
 * @param documentReason outside records: the reason that shares it, or -1
 * @param forms by rank
 * @param clash two forms that meet here though neither is milder, or null
 */
record FieldRules(
        List<List<Ranked>> shares,
        int documentReason,
        List<Ranked> protects,
        List<Integer> forbids,
        List<MeetingForm> forms,
        boolean never,
        @Nullable Clash clash) {

    /** Two forms without an order, and where they stand. */
    record Clash(MeetingForm one, SourceLocation at, MeetingForm other, SourceLocation otherAt) {}

    private record Met(int rule, MeetingForm form, SourceLocation location) {}

    static FieldRules of(PlanRules rules, NodeMeaning meaning, int recordType, Forms forms) {
        List<List<Met>> shares = new ArrayList<>();
        int documentReason = -1;
        if (recordType == FieldTree.NONE) {
            documentReason = document(rules, meaning);
        } else {
            meaning.categories().forEach(category -> shares.add(shares(rules, meaning, category, forms)));
            if (shares.isEmpty()) {
                shares.add(shares(rules, meaning, null, forms));
            }
        }
        List<Met> protects = protects(rules, meaning, forms);
        List<Integer> forbids = forbids(rules, meaning);
        List<Met> all = new ArrayList<>();
        shares.forEach(all::addAll);
        all.addAll(protects);
        List<MeetingForm> ranked = new ArrayList<>();
        if (documentReason >= 0) {
            ranked.add(MeetingForm.AS_IS);
        }
        Clash clash = rank(all, ranked);
        addEnvelopes(ranked);
        return new FieldRules(
                shares.stream().map(met -> ranked(met, ranked)).toList(),
                documentReason,
                ranked(protects, ranked),
                forbids,
                ranked,
                never(rules, shares, documentReason, forbids),
                clash);
    }

    private static boolean never(PlanRules rules, List<List<Met>> shares, int documentReason, List<Integer> forbids) {
        boolean granted =
                documentReason >= 0 || (!shares.isEmpty() && shares.stream().noneMatch(List::isEmpty));
        return !granted
                || forbids.stream().anyMatch(k -> rules.forbids().get(k).rule().gate() == Gate.NONE);
    }

    private static List<Met> shares(PlanRules rules, NodeMeaning meaning, @Nullable String category, Forms forms) {
        List<Met> met = new ArrayList<>();
        for (int k = 0; k < rules.grants().size(); k++) {
            PlanRules.Grant grant = rules.grants().get(k);
            String shared = grant.category();
            boolean meant = meaning.derived() != null || grant.derives() != null
                    ? Objects.equals(meaning.derived(), grant.derives())
                    : shared == null
                            ? meaning.handle() && meaning.subject() == Subject.CUSTOMER
                            : category != null
                                    && grant.subject() == meaning.subject()
                                    && rules.kinship().grants(shared, category)
                                    && ofPart(grant.part(), meaning);
            if (meant) {
                met.add(new Met(
                        k, forms.meeting(grant.form(), shared == null, meaning.categories()), grant.location()));
            }
        }
        return met;
    }

    /** Without a part a share means the unnamed one. */
    private static boolean ofPart(@Nullable String part, NodeMeaning meaning) {
        return part == null ? meaning.parts().isEmpty() : meaning.parts().contains(part);
    }

    private static List<Met> protects(PlanRules rules, NodeMeaning meaning, Forms forms) {
        List<Met> met = new ArrayList<>();
        for (int k = 0; k < rules.protects().size(); k++) {
            PlanRules.Cut cut = rules.protects().get(k);
            FormSpec form = cut.form();
            if (form != null && holdsFor(rules, cut, meaning)) {
                met.add(new Met(k, forms.meeting(form, false, meaning.cutBy()), cut.location()));
            }
        }
        return met;
    }

    private static List<Integer> forbids(PlanRules rules, NodeMeaning meaning) {
        List<Integer> met = new ArrayList<>();
        for (int k = 0; k < rules.forbids().size(); k++) {
            if (holdsFor(rules, rules.forbids().get(k), meaning)) {
                met.add(k);
            }
        }
        return met;
    }

    /** Without a part a cut means all of them, without a subject everybody. */
    private static boolean holdsFor(PlanRules rules, PlanRules.Cut cut, NodeMeaning meaning) {
        return (cut.part() == null || meaning.parts().contains(cut.part()))
                && (cut.subject() == null || cut.subject() == meaning.subject())
                && meaning.cutBy().stream()
                        .anyMatch(category -> cut.categories().stream()
                                .anyMatch(one -> rules.kinship().related(one, category)));
    }

    private static int document(PlanRules rules, NodeMeaning meaning) {
        int reason = -1;
        for (String category : meaning.categories()) {
            int one = -1;
            for (PlanRules.DocumentGrant grant : rules.documentGrants()) {
                boolean grants = grant.categories().stream()
                        .anyMatch(shared -> rules.kinship().grants(shared, category));
                one = one < 0 && grants ? grant.reason() : one;
            }
            if (one < 0 || rules.kinship().categories().personal(category)) {
                return -1;
            }
            reason = reason < 0 ? one : reason;
        }
        return reason;
    }

    /** Puts the forms in order, mildest first. */
    private static @Nullable Clash rank(List<Met> all, List<MeetingForm> ranked) {
        Clash clash = null;
        List<Met> known = new ArrayList<>();
        for (Met met : all) {
            for (Met other : known) {
                boolean ordered = FormOrder.compare(met.form(), other.form()) != FormOrder.Relation.NOT_ORDERED;
                if (!ordered && clash == null) {
                    clash = new Clash(met.form(), met.location(), other.form(), other.location());
                }
            }
            known.add(met);
            if (!ranked.contains(met.form())) {
                ranked.add(place(met.form(), ranked), met.form());
            }
        }
        return clash;
    }

    /** Where an envelope can meet other forms each may end up in one: it stands directly behind itself without. */
    private static void addEnvelopes(List<MeetingForm> ranked) {
        if (ranked.stream().noneMatch(MeetingForm::enveloped)) {
            return;
        }
        List<MeetingForm> inside =
                ranked.stream().map(form -> form.inEnvelope(false)).distinct().toList();
        ranked.clear();
        inside.forEach(form -> ranked.addAll(List.of(form, form.inEnvelope(true))));
    }

    private static int place(MeetingForm form, List<MeetingForm> ranked) {
        int place = 0;
        while (place < ranked.size() && FormOrder.compare(ranked.get(place), form) == FormOrder.Relation.MILDER) {
            place++;
        }
        return place;
    }

    private static List<Ranked> ranked(List<Met> met, List<MeetingForm> forms) {
        return met.stream()
                .map(one -> new Ranked(one.rule(), forms.indexOf(one.form())))
                .toList();
    }
}
