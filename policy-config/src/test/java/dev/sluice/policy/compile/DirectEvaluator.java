package dev.sluice.policy.compile;

import dev.sluice.policy.condition.GuardianConsent;
import dev.sluice.policy.decision.KnownCustomers;
import dev.sluice.policy.decision.Ternary;
import dev.sluice.policy.field.Form;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.form.Replace;
import dev.sluice.policy.form.Truncate;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.FieldShape;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Force;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.NameData;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.PartShape;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.model.RecordShape;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.model.ShopForbid;
import dev.sluice.policy.model.Subject;
import dev.sluice.policy.transform.AgeBandSpec;
import dev.sluice.policy.transform.MatchHashSpec;
import dev.sluice.policy.transform.ReplaceSpec;
import dev.sluice.policy.transform.TruncateSpec;
import dev.sluice.policy.vocabulary.Categories;
import dev.sluice.policy.vocabulary.Purposes;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rules of a decision as one would write them down with no regard for speed: straight from the model and the document, field
 * by field. It is the oracle of what is compiled. Knows the forms `as_is`, `match_hash`, `truncate`, `age_band`, `replace` and
 * `encrypt`, one partner, and catalogs whose first record type holds all others.
 */
final class DirectEvaluator {

    private final Bundle bundle;
    private final Catalog catalog;
    private final Categories categories;
    private final String purpose;
    private final Instant now;
    private Set<String> callerRoles;
    private KnownCustomers known = KnownCustomers.NOBODY;
    private final boolean shadow;
    private final List<DirectPerson> persons = new ArrayList<>();

    DirectEvaluator(Bundle bundle, String purpose, Instant now) {
        this(bundle, purpose, now, false);
    }

    /** @param shadow whether rules in shadow count as live */
    DirectEvaluator(Bundle bundle, String purpose, Instant now, boolean shadow) {
        this.shadow = shadow;
        this.bundle = bundle;
        this.catalog = bundle.catalogs().get(0);
        this.categories = bundle.vocabulary();
        this.purpose = purpose;
        this.now = now;
    }

    /** A field in its record: where it stands, in steps from the record, and what the catalog says of it. */
    private record Spot(List<String> path, List<String> categories, Subject subject, boolean name, boolean derived) {

        /** A member that documents lack. */
        static Spot derived(String member) {
            return new Spot(List.of(member), Share.OfBirthDate.CATEGORIES, Subject.CUSTOMER, false, true);
        }
    }

    /** A share that is true, and the policy it belongs to. */
    private record Granted(Policy policy, Share share, String part, Subject subject) {}

    DirectEvaluator askedBy(Set<String> roles) {
        callerRoles = roles;
        return this;
    }

    /** @param known what is on record beside the document */
    DirectEvaluator knowing(KnownCustomers known) {
        this.known = known;
        return this;
    }

    /** What leaves of a list of records under the member {@code c}. */
    Object filter(Object document) {
        List<Object> kept = new ArrayList<>();
        List<?> records = (List<?>) ((Map<?, ?>) document).get("c");
        for (Object record : records) {
            persons.clear();
            collect(record, 0, null);
            Object one = record((Map<?, ?>) record, 0);
            if (one != null) {
                kept.add(one);
            }
        }
        return new LinkedHashMap<>(Map.of("c", kept));
    }

    private void collect(Object record, int type, DirectPerson outer) {
        DirectPerson person = new DirectPerson(
                catalog, type, (Map<?, ?>) record, outer, bundle.partners().get(0), callerRoles, known, now);
        persons.add(person);
        if (type == 0 && ((Map<?, ?>) record).get("n") instanceof List<?> nested) {
            nested.forEach(one -> collect(one, 1, person));
        }
    }

    /** What the rules come to for one record. */
    private record Ruling(DirectPerson customer, List<Granted> granted, boolean leaves) {}

    private Ruling rule(DirectPerson own) {
        int type = own.type();
        DirectPerson merged = own.mergedWith(persons);
        List<Granted> raw = granted(merged, type);
        List<Granted> whole = raw.stream()
                .filter(one -> rowIsWhole(one.policy(), raw, merged, type))
                .toList();
        boolean personal = spots(type).stream()
                .anyMatch(spot -> !spot.name()
                        && spot.categories().stream().anyMatch(categories::personal)
                        && spec(spot, type, whole, merged) != null);
        return new Ruling(merged, whole, personal);
    }

    /** What becomes of a value at one place: {@link DirectPerson#NOTHING} where it stays. */
    @FunctionalInterface
    interface Fate {
        Object of(Object value);
    }

    /** One record's customer, and the fate of each place that the catalog knows in it. */
    record Decided(DirectPerson customer, Map<String, Fate> places) {}

    /** Each record whose customer can be told from others, decided by itself whatever becomes of the one around it. */
    List<Decided> decided(Object document) {
        List<Decided> decided = new ArrayList<>();
        for (Object record : (List<?>) ((Map<?, ?>) document).get("c")) {
            persons.clear();
            collect(record, 0, null);
            persons.stream().filter(person -> !person.unusable()).forEach(person -> decided.add(decided(person)));
        }
        return decided;
    }

    private Decided decided(DirectPerson own) {
        Ruling ruling = rule(own);
        List<Spot> all = new ArrayList<>(spots(own.type()));
        RandomBundles.DERIVED.forEach(name -> all.add(Spot.derived(name)));
        Map<String, Fate> places = new LinkedHashMap<>();
        for (Spot spot : all) {
            boolean stays = !ruling.leaves() || spec(spot, own.type(), ruling.granted(), ruling.customer()) == null;
            places.put(
                    place(spot, own.type()),
                    value -> stays
                            ? DirectPerson.NOTHING
                            : apply(value, spot, own.type(), ruling.granted(), ruling.customer()));
        }
        return new Decided(ruling.customer(), places);
    }

    /** As reports write it. */
    private static String place(Spot spot, int type) {
        return (type == 0 ? "$.c[*]." : "$.c[*].n[*].")
                + String.join(".", spot.path())
                + (spot.name() ? " (name)" : spot.derived() ? " (added)" : "");
    }

    private Object record(Map<?, ?> record, int type) {
        DirectPerson own = persons.stream()
                .filter(person -> person.record() == record)
                .findFirst()
                .orElseThrow();
        if (own.unusable()) {
            return null;
        }
        Ruling ruling = rule(own);
        if (!ruling.leaves()) {
            return null;
        }
        DirectPerson merged = ruling.customer();
        List<Granted> whole = ruling.granted();
        Map<String, Object> result = new LinkedHashMap<>();
        record.forEach((name, value) -> {
            if (type == 0 && name.equals("n") && value instanceof List<?> nested) {
                List<Object> kept = new ArrayList<>();
                nested.forEach(one -> {
                    Object child = record((Map<?, ?>) one, 1);
                    if (child != null) {
                        kept.add(child);
                    }
                });
                result.put("n", kept);
                return;
            }
            Map<String, Object> kept = new LinkedHashMap<>();
            emit(value, List.of((String) name), type, whole, merged, kept);
            result.putAll(kept);
        });
        derive(record, type, whole, merged, result);
        return result;
    }

    /** Adds the members that a policy makes of the birth date, where the document has none of their names. */
    private void derive(
            Map<?, ?> record, int type, List<Granted> granted, DirectPerson person, Map<String, Object> into) {
        for (Granted one : granted) {
            if (one.share() instanceof Share.OfBirthDate derived
                    && !record.containsKey(derived.member().name())
                    && person.birthDate() != null) {
                Spot spot = Spot.derived(derived.member().name());
                Object value = spec(spot, type, granted, person) == null
                        ? DirectPerson.NOTHING
                        : apply(person.birthDate().toString(), spot, type, granted, person);
                if (value != DirectPerson.NOTHING) {
                    into.put(derived.member().name(), value);
                }
            }
        }
    }

    private void emit(
            Object value,
            List<String> path,
            int type,
            List<Granted> granted,
            DirectPerson person,
            Map<String, Object> into) {
        String name = path.get(path.size() - 1);
        if (value instanceof Map<?, ?> object) {
            if (!sharedBelow(path, type, granted, person)) {
                return;
            }
            Map<String, Object> children = new LinkedHashMap<>();
            object.forEach((child, inner) -> {
                List<String> deeper = new ArrayList<>(path);
                deeper.add((String) child);
                emit(inner, deeper, type, granted, person, children);
            });
            into.put(name, children);
        } else if (value == null) {
            if (sharedBelow(path, type, granted, person)) {
                into.put(name, null);
            }
        } else if (!(value instanceof List<?>)) {
            emitScalar(value, path, type, granted, person, into);
        }
    }

    private void emitScalar(
            Object value,
            List<String> path,
            int type,
            List<Granted> granted,
            DirectPerson person,
            Map<String, Object> into) {
        for (Spot spot : spots(type)) {
            if (!spot.name() && matches(spot.path(), path) && spec(spot, type, granted, person) != null) {
                Object changed = apply(value, spot, type, granted, person);
                Object name = keptName(path.get(path.size() - 1), spot, type, granted, person);
                if (changed != DirectPerson.NOTHING && name != DirectPerson.NOTHING) {
                    into.put((String) name, changed);
                }
            }
        }
    }

    private Object keptName(String name, Spot spot, int type, List<Granted> granted, DirectPerson person) {
        Spot ofName = name(spot, type);
        return ofName == null ? name : apply(name, ofName, type, granted, person);
    }

    private boolean sharedBelow(List<String> path, int type, List<Granted> granted, DirectPerson person) {
        return spots(type).stream()
                .anyMatch(spot -> !spot.name()
                        && spot.path().size() >= path.size()
                        && matches(spot.path().subList(0, path.size()), path)
                        && spec(spot, type, granted, person) != null);
    }

    private static boolean matches(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return false;
        }
        for (int k = 0; k < path.size(); k++) {
            if (!pattern.get(k).equals("*") && !pattern.get(k).equals(path.get(k))) {
                return false;
            }
        }
        return true;
    }

    private List<Spot> spots(int type) {
        List<Spot> spots = new ArrayList<>();
        for (FieldShape field : catalog.records().get(type).fields()) {
            List<String> path = field.path().steps().stream()
                    .map(step -> step instanceof Step.Member member ? member.name() : "*")
                    .toList();
            if (!field.categories().isEmpty()) {
                List<String> categories =
                        field.categories().stream().map(Named::name).toList();
                spots.add(new Spot(path, categories, field.subject(), false, false));
            }
            NameData name = field.name();
            if (name != null && name.category() != null) {
                spots.add(new Spot(path, List.of(name.category().name()), Subject.CUSTOMER, true, false));
            }
        }
        return spots;
    }

    private Spot name(Spot spot, int type) {
        return spots(type).stream()
                .filter(one -> one.name() && !spot.name() && one.path().equals(spot.path()))
                .findFirst()
                .orElse(null);
    }

    /** The form in which a field leaves, or null. */
    private FormSpec spec(Spot spot, int type, List<Granted> granted, DirectPerson person) {
        Spot ofName = name(spot, type);
        if (ofName != null && spec(ofName, type, granted, person) == null) {
            return null;
        }
        for (Policy policy : cutting()) {
            for (Forbid forbid : policy.forbids()) {
                if (touches(forbid, spot, type)
                        && holds(forbid, policy.purpose().name(), policy.basis(), person)) {
                    return null;
                }
            }
        }
        for (ShopForbid shop : bundle.forbids()) {
            if (bindsHere(shop)
                    && touches(shop.forbid(), spot, type)
                    && holds(shop.forbid(), purpose, new Basis.Contract(shop.location()), person)) {
                return null;
            }
        }
        return mildestAfterCuts(sharedForms(spot, type, granted), protects(spot, type, person));
    }

    /** The mildest that one share of each category would leave, cut by each other and by all protects; null without any. */
    private static FormSpec mildestAfterCuts(List<List<FormSpec>> shares, List<FormSpec> protects) {
        List<FormSpec> left = new ArrayList<>(List.of(new FormSpec.AsIs()));
        for (FormSpec protect : protects) {
            left.replaceAll(form -> stricter(form, protect));
        }
        for (List<FormSpec> ofCategory : shares) {
            left = left.stream()
                    .flatMap(form -> ofCategory.stream().map(share -> stricter(form, share)))
                    .toList();
        }
        return left.stream()
                .min(Comparator.comparingInt(DirectEvaluator::level))
                .orElse(null);
    }

    private List<FormSpec> protects(Spot spot, int type, DirectPerson person) {
        List<FormSpec> forms = new ArrayList<>();
        for (Policy policy : cutting()) {
            for (Protect protect : policy.protects()) {
                boolean holds = inForce(protect.force())
                        && notFalse(
                                GuardianConsent.cutting(protect.when(), policy.basis()),
                                policy.purpose().name(),
                                person);
                boolean meant = protect.subject() == null || protect.subject() == spot.subject();
                if (holds && meant && related(protect.category(), spot) && ofPart(protect.of(), spot, type)) {
                    forms.add(protect.atMost());
                }
            }
        }
        return forms;
    }

    /** The forms that are shared at a place, for each of its categories; a derived member is shared by its name. */
    private List<List<FormSpec>> sharedForms(Spot spot, int type, List<Granted> granted) {
        if (!spot.derived()) {
            return spot.categories().stream()
                    .map(category -> shared(category, spot, type, granted))
                    .toList();
        }
        return List.of(granted.stream()
                .filter(one -> one.share() instanceof Share.OfBirthDate of
                        && spot.path().equals(List.of(of.member().name())))
                .map(one -> one.share().form())
                .toList());
    }

    private List<FormSpec> shared(String category, Spot spot, int type, List<Granted> granted) {
        return granted.stream()
                .filter(one -> one.share() instanceof Share.OfCategory of
                        && categories.grants(of.category().name(), category)
                        && one.subject() == spot.subject()
                        && (one.part() == null
                                ? parts(spot, type).isEmpty()
                                : parts(spot, type).contains(one.part())))
                .map(one -> one.share().form())
                .toList();
    }

    private boolean related(Named cut, Spot spot) {
        return spot.categories().stream().anyMatch(category -> categories.related(cut.name(), category));
    }

    private boolean ofPart(Named part, Spot spot, int type) {
        return part == null || parts(spot, type).contains(part.name());
    }

    private List<String> parts(Spot spot, int type) {
        List<String> parts = new ArrayList<>();
        for (PartShape part : catalog.records().get(type).parts()) {
            for (var place : part.at()) {
                Step.Member first = (Step.Member) place.path().steps().get(0);
                if (spot.path().get(0).equals(first.name())) {
                    parts.add(part.name().name());
                }
            }
        }
        return parts;
    }

    private boolean touches(Forbid forbid, Spot spot, int type) {
        return forbid.categories().stream().anyMatch(one -> related(one, spot))
                && ofPart(forbid.of(), spot, type)
                && (forbid.subject() == null || forbid.subject() == spot.subject());
    }

    private boolean bindsHere(ShopForbid shop) {
        Partner partner = bundle.partners().get(0);
        boolean exempt = shop.except().stream()
                .anyMatch(one -> one.partner().name().equals(partner.id().name()) && !isPast(one.until()));
        boolean meant = shop.to().roles().stream()
                        .allMatch(role -> role.name().equals(partner.role().name()))
                && (shop.purposes().isEmpty()
                        || shop.purposes().stream().anyMatch(one -> Purposes.related(one.name(), purpose)));
        return meant && !exempt;
    }

    private boolean inForce(Force force) {
        boolean live = force.mode() == Force.Mode.LIVE || (shadow && force.mode() == Force.Mode.SHADOW);
        return live && (force.until() == null || !isPast(force.until()));
    }

    private boolean isPast(LocalDate day) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(day);
    }

    private boolean holds(Forbid forbid, String own, Basis ground, DirectPerson person) {
        Condition frees = GuardianConsent.freeing(forbid.unless(), ground);
        return inForce(forbid.force())
                && notFalse(GuardianConsent.cutting(forbid.when(), ground), own, person)
                && (frees == null || person.answer(frees, own) != Ternary.TRUE);
    }

    private static boolean notFalse(Condition when, String own, DirectPerson person) {
        return when == null || person.answer(when, own) != Ternary.FALSE;
    }

    private List<Policy> cutting() {
        return bundle.policies().stream()
                .filter(policy -> Purposes.related(policy.purpose().name(), purpose))
                .toList();
    }

    private List<Granted> granted(DirectPerson person, int type) {
        List<Granted> granted = new ArrayList<>();
        RecordShape ignored = catalog.records().get(type);
        for (Policy policy : bundle.policies()) {
            String own = policy.purpose().name();
            boolean reached = Purposes.covers(own, purpose)
                    && policy.catalogs().stream()
                            .anyMatch(named -> named.name().equals(catalog.id().name()));
            if (!reached || ignored == null) {
                continue;
            }
            if (basis(policy.basis(), own, person) && meant(policy, null, policy.basis(), person)) {
                policy.shares().forEach(share -> granted.add(new Granted(policy, share, null, Subject.CUSTOMER)));
            }
            for (Rule rule : policy.rules()) {
                Basis basis = rule.basis() == null ? policy.basis() : rule.basis();
                if (inForce(rule.force()) && meant(policy, rule, basis, person) && basis(basis, own, person)) {
                    String part = rule.of() == null ? null : rule.of().name();
                    rule.shares().forEach(share -> granted.add(new Granted(policy, share, part, rule.subject())));
                }
            }
        }
        return granted;
    }

    private boolean basis(Basis basis, String own, DirectPerson person) {
        if (basis instanceof Basis.LegitimateInterest || basis instanceof Basis.SoftOptIn) {
            return unopposed(person.consent(purpose, ConsentRequirement.any(), false));
        }
        if (!(basis instanceof Basis.OfConsent consent)) {
            return true;
        }
        ConsentRequirement wanted = consent.consent();
        ConsentRequirement ofRequest = new ConsentRequirement(
                null,
                wanted.channel(),
                wanted.doubleOptIn(),
                wanted.wordings(),
                wanted.namesPartner(),
                wanted.maxAge(),
                false);
        return person.consent(own, wanted, true).equals("yes") && unopposed(person.consent(purpose, ofRequest, false));
    }

    private static boolean unopposed(String answer) {
        return !answer.equals("no") && !answer.equals("unclear");
    }

    private static boolean meant(Policy policy, Rule rule, Basis basis, DirectPerson person) {
        List<Condition> all = new ArrayList<>(policy.when());
        if (rule != null && rule.when() != null) {
            all.add(rule.when());
        }
        return all.stream()
                .map(one -> GuardianConsent.granting(one, basis))
                .allMatch(one -> person.answer(one, policy.purpose().name()) == Ternary.TRUE);
    }

    private boolean rowIsWhole(Policy policy, List<Granted> raw, DirectPerson person, int type) {
        List<Granted> own =
                raw.stream().filter(one -> one.policy().equals(policy)).toList();
        for (Named need : policy.rowNeeds()) {
            boolean shared = own.stream()
                    .filter(one -> one.subject() == Subject.CUSTOMER)
                    .anyMatch(one -> one.share() instanceof Share.OfCategory of
                            && categories.grants(of.category().name(), need.name()));
            boolean left = spots(type).stream()
                    .filter(spot -> !spot.name() && spot.subject() == Subject.CUSTOMER)
                    .filter(spot -> spot.categories().stream().anyMatch(one -> categories.covers(need.name(), one)))
                    .anyMatch(spot -> survives(spot, type, own, person));
            if (!shared || !left) {
                return false;
            }
        }
        return true;
    }

    private boolean survives(Spot spot, int type, List<Granted> own, DirectPerson person) {
        FormSpec form = spec(spot, type, own, person);
        Spot ofName = name(spot, type);
        boolean named = ofName == null || survives(ofName, type, own, person);
        return named && form != null && !(inside(form) instanceof ReplaceSpec);
    }

    private Object apply(Object value, Spot spot, int type, List<Granted> granted, DirectPerson person) {
        List<FormSpec> taking = new ArrayList<>(protects(spot, type, person));
        sharedForms(spot, type, granted).forEach(taking::addAll);
        Scalar scalar = scalar(value);
        RecordContext context = person.context();
        for (FormSpec form : taking) {
            if (form(inside(form), spot).apply(scalar, context) == null) {
                return DirectPerson.NOTHING;
            }
        }
        FormSpec wins = spec(spot, type, granted, person);
        Scalar changed = form(inside(wins), spot).apply(scalar, context);
        Object left = changed == scalar ? value : changed == null ? DirectPerson.NOTHING : changed.text();
        return enveloped(wins) && left != DirectPerson.NOTHING ? Envelopes.around(left) : left;
    }

    /** A match hash on a field of some categories. */
    private final class Matched implements Form {
        private final MatchHashSpec.Profile profile;
        private final List<String> of;

        private Matched(MatchHashSpec.Profile profile, List<String> of) {
            this.profile = profile;
            this.of = of;
        }

        @Override
        public Scalar apply(Scalar value, RecordContext context) {
            DirectMatch match = new DirectMatch(profile, categories, context.country(), context.instant());
            String hash = value.isString() ? match.of(value.text(), of) : null;
            return hash == null ? null : Scalar.string(hash);
        }

        @Override
        public String name() {
            return "match_hash";
        }
    }

    /** The range of an age: told only where it is the same in the farthest west and in the farthest east. */
    private record Banded(List<Integer> bounds) implements Form {

        @Override
        public Scalar apply(Scalar value, RecordContext context) {
            String band = band(value, context.instant(), -12);
            return band == null || !band.equals(band(value, context.instant(), 14)) ? null : Scalar.string(band);
        }

        private String band(Scalar value, Instant now, int hours) {
            if (!value.isString() || !value.text().matches("[0-9]{4}-[0-9]{2}-[0-9]{2}")) {
                return null;
            }
            LocalDate birth = LocalDate.parse(value.text());
            LocalDate today = LocalDate.ofInstant(now, ZoneOffset.ofHours(hours));
            if (birth.isAfter(today) || birth.plusYears(120).isBefore(today)) {
                return null;
            }
            List<Integer> reached = bounds.stream()
                    .filter(age -> !birth.isAfter(today.minusYears(age)))
                    .toList();
            int next = reached.size();
            String from = next == 0 ? "<" : bounds.get(next - 1).toString();
            if (next == bounds.size()) {
                return from + "+";
            }
            return next == 0 ? from + bounds.get(0) : from + "-" + (bounds.get(next) - 1);
        }

        @Override
        public String name() {
            return "age_band";
        }
    }

    static Scalar scalar(Object value) {
        if (value instanceof TinyJson.Number number) {
            return Scalar.number(number.literal());
        }
        return value instanceof String text ? Scalar.string(text) : new Scalar(Scalar.Kind.BOOLEAN, value.toString());
    }

    private Form form(FormSpec spec, Spot spot) {
        if (spec instanceof MatchHashSpec hash) {
            return new Matched(hash.profile(), spot.categories());
        }
        if (spec instanceof TruncateSpec truncate) {
            return new Truncate(truncate.keepFirst());
        }
        if (spec instanceof AgeBandSpec band) {
            return new Banded(band.bounds());
        }
        return spec instanceof ReplaceSpec replace
                ? new Replace(Scalar.string(replace.with().text()))
                : Form.AS_IS;
    }

    /** The stricter of two forms, in an envelope if either is. */
    private static FormSpec stricter(FormSpec one, FormSpec other) {
        FormSpec inside = level(inside(one)) >= level(inside(other)) ? inside(one) : inside(other);
        return enveloped(one) || enveloped(other)
                ? new FormSpec.Pipeline(List.of(inside, new FormSpec.Encrypt()))
                : inside;
    }

    private static boolean enveloped(FormSpec form) {
        return form instanceof FormSpec.Encrypt || form instanceof FormSpec.Pipeline;
    }

    private static FormSpec inside(FormSpec form) {
        if (form instanceof FormSpec.Encrypt) {
            return new FormSpec.AsIs();
        }
        return form instanceof FormSpec.Pipeline pipeline ? pipeline.steps().get(0) : form;
    }

    /** From the mildest to the strictest. */
    static int level(FormSpec form) {
        if (enveloped(form)) {
            return level(inside(form)) + 1;
        }
        if (form instanceof TruncateSpec truncate) {
            return 200 - 2 * truncate.keepFirst();
        }
        if (form instanceof AgeBandSpec band) {
            return 200 - 2 * band.bounds().size();
        }
        if (form instanceof MatchHashSpec) {
            return 100;
        }
        return form instanceof ReplaceSpec ? 1000 : 0;
    }
}
