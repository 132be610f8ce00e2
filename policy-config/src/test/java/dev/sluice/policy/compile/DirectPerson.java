package dev.sluice.policy.compile;

import dev.sluice.policy.condition.Age;
import dev.sluice.policy.condition.Attribute;
import dev.sluice.policy.condition.CallerRoles;
import dev.sluice.policy.condition.CustomerCountry;
import dev.sluice.policy.condition.CustomerRegion;
import dev.sluice.policy.condition.CustomerState;
import dev.sluice.policy.condition.Fact;
import dev.sluice.policy.condition.FactTest;
import dev.sluice.policy.condition.Gender;
import dev.sluice.policy.condition.Language;
import dev.sluice.policy.condition.PartnerCountry;
import dev.sluice.policy.condition.PartnerRegion;
import dev.sluice.policy.condition.TransferBasis;
import dev.sluice.policy.condition.Valid;
import dev.sluice.policy.decision.KnownCustomer;
import dev.sluice.policy.decision.KnownCustomers;
import dev.sluice.policy.decision.Ternary;
import dev.sluice.policy.evaluate.DrawnPerson;
import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Catalog;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.ConsentShape;
import dev.sluice.policy.model.CustomerShape;
import dev.sluice.policy.model.FactShape;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.model.Path.Step;
import dev.sluice.policy.model.Place;
import dev.sluice.policy.vocabulary.AgeTable;
import dev.sluice.policy.vocabulary.AgeTables;
import dev.sluice.policy.vocabulary.Countries;
import dev.sluice.policy.vocabulary.Languages;
import dev.sluice.policy.vocabulary.Purposes;
import dev.sluice.policy.vocabulary.Region;
import dev.sluice.policy.vocabulary.Regions;
import dev.sluice.policy.vocabulary.States;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** One record's person for {@link DirectEvaluator}: facts by name, consents as lists of entries, everything by the letter. */
final class DirectPerson {

    /** Nothing stands there; or a form cannot apply. */
    static final Object NOTHING = new Object();

    /** Something stands there that cannot be used. */
    static final Object UNUSABLE = new Object();

    private final Map<?, ?> record;
    private final int type;
    private final DirectPerson outer;
    private static final List<Class<?>> EXCHANGE =
            List.of(PartnerCountry.class, PartnerRegion.class, TransferBasis.class, CallerRoles.class, Valid.class);

    private static final List<String> REMEMBERED =
            List.of("country", "state", "language", "gender", "birth", "attribute tier");

    private static final String IMPLIED = "implied country";

    private static final String INVISIBLE = "[\\s\\p{Z}\\p{Cc}\\p{Cf}]";

    private final Partner partner;
    private final Set<String> callerRoles;
    private final Instant now;
    private final Map<String, Object> facts = new HashMap<>();
    private final List<Source> sources = new ArrayList<>();
    private final Map<String, String> ids = new HashMap<>();
    private String first;
    private boolean unusable;

    /** What an entry speaks of. A partner or role of null is all of them. */
    private record Scope(String purpose, String channel, String partner, String role, boolean byGuardian) {}

    /** One entry. A time of null is no time. */
    private record Entry(Scope scope, String word, Instant time, boolean confirmed, Instant expiry, String wording) {}

    /** What one place says, or all that is on record of one customer. */
    private record Source(List<Entry> entries, boolean recordOnly, boolean refusalsOnly) {}

    private DirectPerson(DirectPerson of) {
        this.record = of.record;
        this.type = of.type;
        this.outer = of.outer;
        this.now = of.now;
        this.partner = of.partner;
        this.callerRoles = of.callerRoles;
        this.facts.putAll(of.facts);
        this.sources.addAll(of.sources);
        this.ids.putAll(of.ids);
        this.first = of.first;
    }

    DirectPerson(
            Catalog catalog,
            int type,
            Map<?, ?> record,
            DirectPerson outer,
            Partner partner,
            Set<String> callerRoles,
            KnownCustomers known,
            Instant now) {
        this.partner = partner;
        this.callerRoles = callerRoles;
        this.record = record;
        this.type = type;
        this.outer = outer;
        this.now = now;
        CustomerShape customer = catalog.records().get(type).customer();
        customer.ids().forEach(id -> readId(id, customer.noneIf()));
        fact("country", customer.country(), DirectPerson::country);
        fact("state", customer.state(), value -> state(value, customer.country().isEmpty()));
        fact("language", customer.language(), value -> {
            String primary = value instanceof String tag ? Languages.primary(tag) : null;
            return primary == null ? "" : primary;
        });
        catalog.records().get(type).facts().forEach(this::recordFact);
        if (customer.birthDate() != null) {
            fact("birth", customer.birthDate().at(), this::birth);
        }
        if (customer.gender() != null) {
            Map<String, String> words = customer.gender().values();
            fact(
                    "gender",
                    customer.gender().at(),
                    value -> value instanceof String word ? words.getOrDefault(word.toLowerCase(Locale.ROOT), "") : "");
        }
        customer.attributes()
                .forEach((name, places) -> fact(
                        "attribute " + name,
                        places,
                        value -> value instanceof Map<?, ?> || value instanceof List<?> || hidden(value)
                                ? ""
                                : value instanceof String text ? "string " + text : value.toString()));
        for (ConsentShape shape : customer.consents()) {
            List<Entry> entries = new ArrayList<>();
            at(shape.at()).forEach(value -> readEntry(shape, value, entries));
            sources.add(new Source(entries, shape.recordOnly(), false));
        }
        imply(facts);
        remember(known);
    }

    /** Notes which country a state speaks for that one source names without a country. */
    private static void imply(Map<String, Object> source) {
        if (!source.containsKey("country") && source.containsKey("state")) {
            boolean readable = source.get("state") instanceof String;
            source.put(IMPLIED, readable ? ((String) source.get("state")).split("-")[0] : UNUSABLE);
        }
    }

    /** Adds what is on record of the customers that the ids lead to. */
    private void remember(KnownCustomers known) {
        Set<KnownCustomer> found = new LinkedHashSet<>();
        ids.forEach((namespace, id) -> found.add(known.find(namespace.equals("own") ? null : namespace, id)));
        found.remove(null);
        if (unusable) {
            return;
        }
        for (KnownCustomer customer : found) {
            List<Entry> entries =
                    customer.consents().stream().map(DirectPerson::onRecord).toList();
            sources.add(new Source(entries, false, false));
            Map<String, Object> theirs = found.size() == 1 ? facts(customer) : Map.of();
            theirs.forEach((name, value) -> facts.merge(name, value, DirectPerson::agreed));
        }
        if (found.size() > 1) {
            REMEMBERED.forEach(name -> facts.put(name, UNUSABLE));
        }
        if (!found.isEmpty()) {
            settleResidence();
        }
    }

    /**
     * A state counts only in its own country, and one that cannot be read may belong to any: where several sources contradict
     * each other, neither is known.
     */
    private void settleResidence() {
        boolean elsewhere = facts.get("country") instanceof String country
                && facts.containsKey(IMPLIED)
                && !country.equals(facts.get(IMPLIED));
        if (elsewhere) {
            facts.put("country", UNUSABLE);
        }
        if (facts.get("country") == UNUSABLE) {
            facts.put("state", UNUSABLE);
        }
    }

    private static Object agreed(Object one, Object other) {
        return one.equals(other) ? one : UNUSABLE;
    }

    /** What is on record of a customer, by the names of facts here. */
    private Map<String, Object> facts(KnownCustomer customer) {
        Map<String, Object> read = new HashMap<>();
        Map<String, String> written = customer.facts();
        read.put("country", written.containsKey("country") ? country(written.get("country")) : null);
        String state = written.get("state");
        if (state != null) {
            String code = read.get("country") instanceof String country && !country.isEmpty()
                    ? States.code(country, state)
                    : States.code(state);
            read.put("state", code == null ? "" : code);
        }
        read.put("language", written.containsKey("language") ? Languages.primary(written.get("language")) : null);
        read.put("gender", written.get("gender"));
        read.put("birth", written.containsKey("birth_date") ? birth(written.get("birth_date")) : null);
        customer.attributes().forEach((name, value) -> read.put("attribute " + name, "string " + value.text()));
        read.values().removeIf(Objects::isNull);
        read.replaceAll((name, value) -> value.equals("") ? UNUSABLE : value);
        imply(read);
        return read;
    }

    private static Entry onRecord(KnownCustomer.Entry entry) {
        String word = switch (entry.state()) {
            case GIVEN, RENEWED -> "yes";
            case REFUSED, WITHDRAWN, OBJECTED, INVALIDATED -> "no";
            case REQUESTED, PENDING -> "unclear";
        };
        Scope scope = new Scope(entry.purpose(), entry.channel(), entry.partner(), entry.role(), entry.byGuardian());
        return new Entry(scope, word, entry.at(), entry.doubleOptIn(), entry.expires(), entry.wording());
    }

    private static Scope scope(ConsentShape shape) {
        return new Scope(
                shape.purpose().name(),
                name(shape.channel()),
                name(shape.scope().partner()),
                name(shape.scope().role()),
                shape.grant().byGuardian());
    }

    private static String name(Named named) {
        return named == null ? null : named.name();
    }

    Map<?, ?> record() {
        return record;
    }

    /** The number of its kind of record. */
    int type() {
        return type;
    }

    boolean unusable() {
        return unusable;
    }

    /** Whether the record says who it is. */
    boolean known() {
        return first != null;
    }

    Instant now() {
        return now;
    }

    Set<String> callerRoles() {
        return callerRoles;
    }

    /** What forms may look at beside a value. */
    RecordContext context() {
        return new RecordContext(
                now, "mailwerk", facts.get("country") instanceof String country ? country : null, null);
    }

    /** A fact by its name here; null where it is absent, {@link #UNUSABLE} where it cannot be used. */
    Object fact(String name) {
        return facts.get(name);
    }

    /** The same of whom these consents are on record, and no others. */
    DirectPerson agreeingTo(List<DrawnPerson.Source> drawn) {
        DirectPerson other = new DirectPerson(this);
        other.sources.clear();
        drawn.forEach(one -> other.sources.add(
                new Source(one.entries().stream().map(DirectPerson::onRecord).toList(), false, one.refusalsOnly())));
        return other;
    }

    /** Null if it is not known to the day. */
    LocalDate birthDate() {
        return facts.get("birth") instanceof LocalDate date ? date : null;
    }

    private void readId(CustomerShape.IdPlace place, List<FactValue> noneIf) {
        String namespace = place.namespace() == null ? "own" : place.namespace();
        for (Object value : at(place.place())) {
            boolean nobody = noneIf.stream()
                    .anyMatch(none -> value instanceof String text && none.kind() == FactValue.Kind.STRING
                            ? none.text().equals(text)
                            : value instanceof TinyJson.Number number
                                    && none.kind() == FactValue.Kind.NUMBER
                                    && new BigDecimal(none.text()).compareTo(new BigDecimal(number.literal())) == 0);
            if (nobody) {
                continue;
            }
            if (!usableId(value, namespace.equals("email"))) {
                unusable = true;
                continue;
            }
            String id = value.toString();
            ids.putIfAbsent(namespace, namespace.equals("email") ? id.strip().toLowerCase(Locale.ROOT) : id);
            first = first == null ? namespace : first;
        }
    }

    private static boolean usableId(Object value, boolean email) {
        if (value instanceof TinyJson.Number number) {
            return number.literal().matches("0|-?[1-9][0-9]*");
        }
        if (!(value instanceof String text)) {
            return false;
        }
        String id = email ? text.strip() : text;
        return !id.isEmpty() && !id.matches("(?s)" + INVISIBLE + ".*|.*" + INVISIBLE);
    }

    /** Whether it is a text that may look like another: empty, with a space at an end, or with something invisible anywhere. */
    private static boolean hidden(Object value) {
        return value instanceof String text
                && (text.isEmpty()
                        || text.startsWith(" ")
                        || text.endsWith(" ")
                        || text.matches("(?s).*" + INVISIBLE.replace("]", "&&[^ ]]") + ".*"));
    }

    /** Reads a fact: the empty text and {@link #UNUSABLE} are what cannot be used. */
    private void fact(String name, List<Place> places, Function<Object, Object> read) {
        Set<Object> found = new HashSet<>();
        for (Place place : places) {
            at(place).forEach(value -> found.add(value == UNUSABLE ? "" : read.apply(value)));
        }
        if (!found.isEmpty()) {
            facts.put(
                    name,
                    found.size() == 1 && !found.contains("") ? found.iterator().next() : UNUSABLE);
        }
    }

    private Object state(Object value, boolean alone) {
        String code = null;
        if (value instanceof String text && alone) {
            code = States.code(text);
        } else if (value instanceof String text && facts.get("country") instanceof String country) {
            code = States.code(country, text);
        }
        return code == null ? "" : code;
    }

    /** What is known of a fact of the record, and whether that is all. */
    record Values(List<Object> known, boolean all) {}

    private void recordFact(FactShape shape) {
        String name = "fact " + shape.name().name();
        if (!shape.many()) {
            fact(name, shape.at(), value -> value(value, shape));
            if (facts.get(name) != null) {
                facts.compute(
                        name,
                        (key, value) ->
                                value == UNUSABLE ? new Values(List.of(), false) : new Values(List.of(value), true));
            }
            return;
        }
        List<Object> found = new ArrayList<>();
        boolean all = record.get("lines") instanceof List<?>;
        if (record.get("lines") instanceof List<?> lines) {
            for (Object line : lines) {
                Object sku = line instanceof Map<?, ?> object ? object.get("sku") : null;
                Object value = sku == null ? "" : value(sku, shape);
                all &= !value.equals("");
                found.add(value);
            }
        }
        facts.put(
                name,
                new Values(found.stream().filter(value -> !value.equals("")).toList(), all));
    }

    private static Object value(Object value, FactShape shape) {
        if (value instanceof Map<?, ?> || value instanceof List<?> || value == UNUSABLE) {
            return "";
        }
        if (shape.type() != FactShape.Type.NUMBER) {
            return hidden(value) ? "" : value.toString();
        }
        try {
            return new BigDecimal(value.toString()).stripTrailingZeros();
        } catch (NumberFormatException e) {
            return "";
        }
    }

    private static Object country(Object value) {
        String code = value instanceof String text ? Countries.alpha2(text) : null;
        return code == null ? "" : code;
    }

    private Object birth(Object value) {
        try {
            LocalDate date = LocalDate.parse(String.valueOf(value));
            LocalDate latest = LocalDate.ofInstant(now, ZoneOffset.ofHours(14));
            boolean plausible = !date.isAfter(latest)
                    && !date.isBefore(
                            LocalDate.ofInstant(now, ZoneOffset.ofHours(-12)).minusYears(120));
            return plausible && value instanceof String ? date : "";
        } catch (DateTimeParseException e) {
            return "";
        }
    }

    private void readEntry(ConsentShape shape, Object value, List<Entry> entries) {
        if (shape.adapter().name().equals("flag")) {
            entries.add(tick(shape, value));
            return;
        }
        if (!(value instanceof Map<?, ?> object) || !(object.get("state") instanceof String state)) {
            entries.add(new Entry(scope(shape), "unclear", null, false, null, null));
            return;
        }
        String word = switch (state.toLowerCase(Locale.ROOT)) {
            case "subscribed" -> "yes";
            case "not_subscribed" -> "nothing";
            case "unsubscribed", "redacted", "invalid" -> "no";
            default -> "unclear";
        };
        Object written = object.get("consent_updated_at");
        Instant time = null;
        if (written instanceof String text) {
            try {
                time = OffsetDateTime.parse(text).toInstant();
            } catch (DateTimeParseException e) {
                word = word.equals("yes") ? "unclear" : word;
            }
        } else if (written != null) {
            word = word.equals("yes") ? "unclear" : word;
        }
        if (!word.equals("nothing")) {
            entries.add(new Entry(
                    scope(shape), word, time, "confirmed_opt_in".equals(object.get("opt_in_level")), null, null));
        }
    }

    private Entry tick(ConsentShape shape, Object value) {
        ConsentShape.Grant grant = shape.grant();
        boolean yes = shape.given().stream()
                .anyMatch(given -> value instanceof String text
                        && given.kind() == FactValue.Kind.STRING
                        && given.text().equals(text));
        String word = value == UNUSABLE ? "unclear" : yes ? "yes" : "no";
        Object written = only(grant.timeAt());
        Instant time = instant(written);
        if (written != null && time == null && yes) {
            word = "unclear";
        }
        time = word.equals("unclear") ? null : time;
        Object end = only(grant.expiresAt());
        Instant expiry = instant(end);
        if (end instanceof String day && day.length() == 10) {
            expiry = LocalDate.parse(day)
                    .plusDays(1)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        } else if (end != null && expiry == null) {
            expiry = Instant.MIN;
        }
        Object text = only(grant.wordingAt());
        String wording =
                grant.wording() == null ? (String) text : grant.wording().name();
        return new Entry(scope(shape), word, time, grant.doubleOptIn(), expiry, wording);
    }

    private Object only(Place place) {
        List<Object> found = place == null ? List.of() : at(place);
        return found.isEmpty() ? null : found.get(0);
    }

    private static Instant instant(Object text) {
        try {
            return text == null ? null : OffsetDateTime.parse(text.toString()).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The values at a place, without nulls. */
    private List<Object> at(Place place) {
        List<Object> values = List.of(record);
        for (Step step : place.path().steps()) {
            List<Object> next = new ArrayList<>();
            for (Object value : values) {
                next.addAll(step(value, step));
            }
            values = next;
        }
        return values.stream().filter(Objects::nonNull).toList();
    }

    private static List<Object> step(Object value, Step step) {
        if (value == null) {
            return List.of();
        }
        if (step instanceof Step.Member member) {
            if (!(value instanceof Map<?, ?> object)) {
                return List.of(UNUSABLE);
            }
            Object child = object.get(member.name());
            return child == null ? List.of() : List.of(child);
        }
        Step.Matching matching = (Step.Matching) step;
        if (!(value instanceof List<?> array)) {
            return List.of(UNUSABLE);
        }
        List<Object> selected = new ArrayList<>();
        for (Object element : array) {
            boolean wanted = element instanceof Map<?, ?> object
                    && matching.wanted().entrySet().stream()
                            .allMatch(entry -> entry.getValue().equals(object.get(entry.getKey())));
            if (wanted) {
                selected.add(element);
            }
        }
        return selected;
    }

    /** What is known of this person with what the records around and inside say. */
    DirectPerson mergedWith(List<DirectPerson> all) {
        Set<DirectPerson> same = closure(all, true);
        Set<DirectPerson> linked = closure(all, false);
        DirectPerson merged = new DirectPerson(this);
        for (DirectPerson other : all) {
            if (other != this && same.contains(other)) {
                other.facts.forEach((name, value) ->
                        merged.facts.merge(name, value, (one, another) -> one.equals(another) ? one : UNUSABLE));
                other.sources.stream().filter(source -> !source.recordOnly()).forEach(merged.sources::add);
            }
        }
        for (DirectPerson other : all) {
            if (linked.contains(other) && !same.contains(other)) {
                Set<String> names = new HashSet<>(merged.facts.keySet());
                names.addAll(other.facts.keySet());
                names.remove(IMPLIED);
                for (String name : names) {
                    if (!Objects.equals(merged.facts.get(name), other.facts.get(name))) {
                        merged.facts.put(name, UNUSABLE);
                    }
                }
                other.sources.stream()
                        .filter(source -> !source.recordOnly())
                        .forEach(source -> merged.sources.add(new Source(source.entries(), false, true)));
            }
        }
        if (linked.size() > 1) {
            merged.settleResidence();
        }
        return merged;
    }

    private Set<DirectPerson> closure(List<DirectPerson> all, boolean surely) {
        Set<DirectPerson> group = new HashSet<>(Set.of(this));
        boolean grown = true;
        while (grown) {
            grown = false;
            for (DirectPerson one : all) {
                for (DirectPerson member : List.copyOf(group)) {
                    if (!group.contains(one) && around(one, member) && alike(one, member, surely)) {
                        grown |= group.add(one);
                    }
                }
            }
        }
        return group;
    }

    private static boolean around(DirectPerson one, DirectPerson other) {
        for (DirectPerson up = one.outer; up != null; up = up.outer) {
            if (up == other) {
                return true;
            }
        }
        for (DirectPerson up = other.outer; up != null; up = up.outer) {
            if (up == one) {
                return true;
            }
        }
        return false;
    }

    private static boolean alike(DirectPerson one, DirectPerson other, boolean surely) {
        if (one.first == null || other.first == null || one.unusable || other.unusable) {
            return !surely;
        }
        boolean some = one.ids.entrySet().stream().anyMatch(id -> id.getValue().equals(other.ids.get(id.getKey())));
        if (one.first.equals(other.first)) {
            boolean named = one.ids.get(one.first).equals(other.ids.get(one.first));
            return named || (!surely && some);
        }
        return some || !surely;
    }

    Ternary answer(Condition condition, String policyPurpose) {
        if (condition instanceof Condition.All all) {
            return all.of().stream().map(one -> answer(one, policyPurpose)).reduce(Ternary.TRUE, Ternary::and);
        }
        if (condition instanceof Condition.Any any) {
            return any.of().stream().map(one -> answer(one, policyPurpose)).reduce(Ternary.FALSE, Ternary::or);
        }
        if (condition instanceof Condition.Not not) {
            return answer(not.of(), policyPurpose).not();
        }
        if (condition instanceof Condition.Consent consent) {
            String answer = consent(policyPurpose, consent.consent(), true);
            return answer.equals("yes") ? Ternary.TRUE : answer.equals("no") ? Ternary.FALSE : Ternary.UNKNOWN;
        }
        if (condition instanceof CustomerCountry country) {
            return oneOf("country", country.anyOf().stream().map(Named::name).toList());
        }
        if (condition instanceof CustomerRegion region) {
            return region.anyOf().stream()
                    .map(name -> inside(Regions.shipped().region(name.name())))
                    .reduce(Ternary.FALSE, Ternary::or);
        }
        if (condition instanceof CustomerState state) {
            return oneOf("state", state.anyOf().stream().map(Named::name).toList());
        }
        if (condition instanceof Language language) {
            return oneOf("language", language.anyOf().stream().map(Named::name).toList());
        }
        if (condition instanceof Fact fact) {
            return fact(fact);
        }
        if (EXCHANGE.stream().anyMatch(type -> type.isInstance(condition))) {
            return new DirectExchange(partner, now, callerRoles).answer(condition);
        }
        if (condition instanceof Gender gender) {
            return oneOf("gender", gender.anyOf().stream().map(Named::name).toList());
        }
        if (condition instanceof Age age) {
            return age(age);
        }
        Attribute attribute = (Attribute) condition;
        List<FactValue> values = attribute.test() instanceof FactTest.AnyOf anyOf
                ? anyOf.values()
                : ((FactTest.NoneOf) attribute.test()).values();
        Ternary any = oneOf(
                "attribute " + attribute.name().name(),
                values.stream().map(value -> "string " + value.text()).toList());
        return attribute.test() instanceof FactTest.AnyOf ? any : any.not();
    }

    private Ternary inside(Region region) {
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Object home = facts.get("country");
        if (home == null && facts.get("state") instanceof String state) {
            home = state.substring(0, 2);
        }
        if (!(home instanceof String country)) {
            return Ternary.UNKNOWN;
        }
        if (region.countries(day).contains(country)) {
            return Ternary.TRUE;
        }
        if (region.states(day).stream().noneMatch(state -> state.startsWith(country + "-"))) {
            return Ternary.FALSE;
        }
        return oneOf("state", List.copyOf(region.states(day)));
    }

    private Ternary fact(Fact fact) {
        if (!(facts.get("fact " + fact.name().name()) instanceof Values values)) {
            return Ternary.UNKNOWN;
        }
        FactTest test = fact.test();
        boolean hit = values.known().stream().anyMatch(value -> hits(value, test));
        Ternary some = hit ? Ternary.TRUE : values.all() ? Ternary.FALSE : Ternary.UNKNOWN;
        boolean opposite = test instanceof FactTest.NoneOf || test instanceof FactTest.Below;
        return opposite ? some.not() : some;
    }

    private static boolean hits(Object value, FactTest test) {
        if (test instanceof FactTest.AtLeast bound) {
            return ((BigDecimal) value).compareTo(new BigDecimal(bound.number())) >= 0;
        }
        if (test instanceof FactTest.Below bound) {
            return ((BigDecimal) value).compareTo(new BigDecimal(bound.number())) >= 0;
        }
        List<FactValue> wanted =
                test instanceof FactTest.AnyOf anyOf ? anyOf.values() : ((FactTest.NoneOf) test).values();
        return wanted.stream()
                .anyMatch(one -> value instanceof BigDecimal number
                        ? number.compareTo(new BigDecimal(one.text())) == 0
                        : value.equals(one.text()));
    }

    private Ternary oneOf(String fact, List<String> wanted) {
        Object value = facts.get(fact);
        return value == null || value == UNUSABLE ? Ternary.UNKNOWN : Ternary.of(wanted.contains(value));
    }

    private Ternary age(Age age) {
        if (!(facts.get("birth") instanceof LocalDate birth)) {
            return Ternary.UNKNOWN;
        }
        LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
        int lowest;
        int highest;
        if (age.bound() instanceof Age.Bound.Years years) {
            lowest = years.years();
            highest = lowest;
        } else {
            AgeTable table = age.bound() instanceof Age.Bound.Majority ? AgeTable.MAJORITY : AgeTable.DIGITAL_CONSENT;
            boolean known = facts.get("country") instanceof String;
            AgeTables ages = AgeTables.shipped();
            lowest = known ? ages.age(table, (String) facts.get("country"), day) : ages.lowest(table, day);
            highest = known ? lowest : ages.highest(table, day);
        }
        int youngest = years(birth, LocalDate.ofInstant(now, ZoneOffset.ofHours(-12)));
        int oldest = years(birth, LocalDate.ofInstant(now, ZoneOffset.ofHours(14)));
        Ternary atLeast = youngest >= highest ? Ternary.TRUE : oldest < lowest ? Ternary.FALSE : Ternary.UNKNOWN;
        return age.atLeast() ? atLeast : atLeast.not();
    }

    private static int years(LocalDate birth, LocalDate today) {
        return Period.between(birth, today).getYears();
    }

    /** What is on record for a question: yes, no, unclear or nothing. @param expiry whether a yes that ended leaves it unclear */
    String consent(String policyPurpose, ConsentRequirement wanted, boolean expiry) {
        String purpose =
                wanted.purpose() == null ? policyPurpose : wanted.purpose().name();
        Set<String> answers = new HashSet<>();
        sources.forEach(source -> answers.add(consent(source, purpose, wanted, expiry)));
        return answers.contains("no")
                ? "no"
                : answers.contains("unclear") ? "unclear" : answers.contains("yes") ? "yes" : "nothing";
    }

    /** Goes through one source in the order of time, an undated yes first, any other undated entry last. */
    private String consent(Source source, String purpose, ConsentRequirement wanted, boolean expiry) {
        List<Entry> ordered = new ArrayList<>();
        for (Entry entry : source.entries()) {
            boolean ended = entry.expiry() != null && !entry.expiry().isAfter(now);
            if (!entry.word().equals("yes") || !ended) {
                ordered.add(entry);
            } else if (expiry && entry.scope().purpose().equals(purpose)) {
                ordered.add(new Entry(entry.scope(), "ended", time(entry), false, null, null));
            }
        }
        ordered.sort(Comparator.comparing(DirectPerson::time)
                .thenComparing(entry -> !entry.word().equals("yes")));
        boolean granted = false;
        Set<String> standing = new HashSet<>();
        for (Entry entry : ordered) {
            if (entry.word().equals("yes")) {
                if (grants(entry.scope(), purpose, wanted) && counts(entry, wanted)) {
                    granted = true;
                    standing.clear();
                }
            } else if (over(entry.scope(), wanted)
                    && (entry.word().equals("ended")
                            || Purposes.covers(entry.scope().purpose(), purpose))) {
                standing.add(entry.word().equals("no") ? "no" : "unclear");
            }
        }
        if (standing.contains("no")) {
            return "no";
        }
        return standing.contains("unclear") ? "unclear" : granted && !source.refusalsOnly() ? "yes" : "nothing";
    }

    private boolean concerns(Scope scope) {
        return (scope.partner() == null || scope.partner().equals(partner.id().name()))
                && (scope.role() == null || scope.role().equals(partner.role().name()));
    }

    private boolean over(Scope scope, ConsentRequirement wanted) {
        String asked = name(wanted.channel());
        return concerns(scope)
                && (scope.channel() == null || asked == null || scope.channel().equals(asked));
    }

    private boolean grants(Scope scope, String purpose, ConsentRequirement wanted) {
        return concerns(scope)
                && scope.purpose().equals(purpose)
                && (scope.channel() == null || scope.channel().equals(name(wanted.channel())))
                && (!wanted.namesPartner() || scope.partner() != null)
                && (!wanted.byGuardian() || scope.byGuardian());
    }

    private boolean counts(Entry entry, ConsentRequirement wanted) {
        boolean worded = wanted.wordings().isEmpty()
                || wanted.wordings().stream().anyMatch(one -> one.name().equals(entry.wording()));
        boolean young = wanted.maxAge() == null
                || !time(entry)
                        .isBefore(now.atOffset(ZoneOffset.UTC)
                                .minus(wanted.maxAge())
                                .toInstant());
        return !time(entry).isAfter(now.plusSeconds(300))
                && (!wanted.doubleOptIn() || entry.confirmed())
                && worded
                && young;
    }

    private static Instant time(Entry entry) {
        if (entry.time() != null) {
            return entry.time();
        }
        return entry.word().equals("yes") ? Instant.MIN : Instant.MAX;
    }
}
