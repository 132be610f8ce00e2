package dev.sluice.policy.compile;

import dev.sluice.policy.condition.Age;
import dev.sluice.policy.condition.Attribute;
import dev.sluice.policy.condition.CallerRoles;
import dev.sluice.policy.condition.CallerRoles.Match;
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
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Exemption;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.Forbid;
import dev.sluice.policy.model.Force;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.PartnerScope;
import dev.sluice.policy.model.Policy;
import dev.sluice.policy.model.Protect;
import dev.sluice.policy.model.Rule;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.model.ShopForbid;
import dev.sluice.policy.model.Subject;
import dev.sluice.policy.transform.AgeBandSpec;
import dev.sluice.policy.transform.MatchHashSpec;
import dev.sluice.policy.transform.MatchHashSpec.Profile;
import dev.sluice.policy.transform.ReplaceSpec;
import dev.sluice.policy.transform.TruncateSpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Random policies over one catalog, and random documents for it. All forms in it are ordered: it hashes for one platform, and
 * either cuts values or tells bands of ages.
 */
final class RandomBundles {

    static final String PURPOSE = "marketing.communications.email";

    /** The names of members that policies may add. */
    static final List<String> DERIVED = List.of("age", "born");

    private static final String SHAPE = """
            kind: Category
            id: x.keep
            is_a: user.contact
            ---
            kind: Category
            id: x.keep.secret
            is_a: user.unique_id
            ---
            kind: Catalog
            id: shop
            records:
              - at: "$.c[*]"
                customer:
                  id: [id, { at: email, namespace: email }]
                  none_if: [0, guest]
                  country: [home.country, country]
                  state: [home.state, state]
                  language: language
                  gender: { at: gender, values: { m: male, f: female } }
                  birth_date: birth
                  attributes: { tier: "notes[?key='tier'].value" }
                  consents:
                    - adapter: shopify
                      at: optin
                      purpose: marketing.communications.email
                      channel: email
                    - adapter: flag
                      at: tick
                      given: ["yes"]
                      purpose: marketing
                      time_at: tick_time
                      expires_at: tick_end
                      wording_at: tick_text
                    - adapter: flag
                      at: parent
                      given: ["yes"]
                      purpose: marketing
                      by_guardian: true
                    - adapter: flag
                      at: named
                      given: ["yes"]
                      purpose: marketing.communications.email
                      channel: email
                      partner: mailwerk
                      opt_in: double
                      wording: v2
                    - adapter: flag
                      at: carriers
                      given: ["yes"]
                      purpose: marketing
                      role: carrier
                    - adapter: flag
                      at: call
                      given: ["yes"]
                      purpose: essential.service.notifications
                      channel: phone
                      scope: record
                facts:
                  skus: { at: "lines[*].sku", many: true }
                  sum: { at: [sum, total], type: number }
                parts:
                  delivery: [home]
                fields:
                  id: user.unique_id
                  email: user.contact.email
                  country: user.contact.address.country
                  birth: user.demographic.date_of_birth
                  name.first: user.name.first
                  name.last: user.name.last
                  home.country: user.contact.address.country
                  home.street: user.contact.address.street
                  state: user.contact.address.state
                  gender: user.demographic.gender
                  home.zip: user.contact.address.postal_code
                  home.phone: user.contact.phone_number
                  phone: user.contact.phone_number
                  ip: [user.device.ip_address, user.location.imprecise]
                  contact: user.contact
                  mother: { category: user.name, subject: recipient }
                  gift: { category: x.keep.secret, subject: recipient }
                  card: x.keep
                  total: x.order.totals
                  "labels.*": { category: x.order.items, name: user.contact.email }
            """;

    private static final List<String> CATEGORIES = List.of(
            "user",
            "user.contact",
            "user.contact.email",
            "user.contact.phone_number",
            "user.contact.address",
            "user.contact.address.postal_code",
            "user.name",
            "user.name.first",
            "user.unique_id",
            "user.device",
            "user.location.imprecise",
            "user.demographic",
            "x.order",
            "x.keep",
            "x.keep.secret",
            "x.order.items");
    private static final List<String> PURPOSES =
            List.of(PURPOSE, PURPOSE, "marketing", "marketing.communications", "essential.service.notifications");

    /** A value that is a match hash already, whoever wrote it. */
    private static final String HASH = "542D240129883C019E106E3B1B2D3F3CB3537C43C425364DE8E951D5A3083345";

    private static final List<String> REGIONS = List.of("EU", "THIRD_COUNTRY", "US_OPT_OUT", "ADEQUATE");

    private static final Bundle BASE = base();

    private final Random random;
    private final Profile profile;
    private final boolean banded;
    private int line;

    RandomBundles(long seed) {
        this(seed, Math.floorMod(seed, 3L) == 0);
    }

    private RandomBundles(long seed, boolean banded) {
        this.random = new Random(seed);
        this.profile = pick(List.of(Profile.values()));
        this.banded = banded;
    }

    /** Others whose forms are ordered with these. */
    RandomBundles others(long seed) {
        return new RandomBundles(seed, banded);
    }

    Bundle bundle() {
        List<Policy> policies = new ArrayList<>();
        for (int k = 1 + random.nextInt(4); k > 0; k--) {
            policies.add(policy(k));
        }
        return with(policies, some(2, this::shopForbid));
    }

    static Bundle with(List<Policy> policies, List<ShopForbid> forbids) {
        return new Bundle(
                BASE.categories(),
                BASE.roles(),
                BASE.catalogs(),
                BASE.partners(),
                policies,
                forbids,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Policy policy(int number) {
        return new Policy(
                named("p" + number),
                null,
                null,
                null,
                new PartnerScope(List.of(), List.of(), List.of()),
                List.of(named(random.nextInt(8) == 0 ? "other" : "shop")),
                named(pick(PURPOSES)),
                basis(),
                some(2, this::granting),
                random.nextInt(3) == 0 ? List.of(named(pick(CATEGORIES.subList(1, 8)))) : List.of(),
                List.of(),
                some(4, () -> random.nextInt(6) == 0 ? derived() : share()),
                null,
                some(3, this::rule),
                some(2, this::protect),
                some(2, this::forbid),
                here());
    }

    private Rule rule() {
        Named part = random.nextBoolean() ? named("delivery") : null;
        Subject subject = random.nextInt(4) == 0 ? Subject.RECIPIENT : Subject.CUSTOMER;
        boolean whole = part == null && subject == Subject.CUSTOMER;
        return new Rule(
                named("r" + line),
                part,
                subject,
                random.nextInt(3) == 0 ? basis() : null,
                random.nextBoolean() ? granting() : null,
                some(3, () -> whole && random.nextInt(4) == 0 ? derived() : share()),
                force(),
                null,
                here());
    }

    /** A member made of the birth date; some documents have one of that name. */
    private Share derived() {
        return new Share.OfBirthDate(named(pick(DERIVED)), form(), here());
    }

    Protect protect() {
        return new Protect(
                named("protect" + line),
                named(pick(CATEGORIES)),
                form(),
                random.nextInt(3) == 0 ? null : cutting(),
                random.nextInt(3) == 0 ? named("delivery") : null,
                pick(Arrays.asList(null, null, null, Subject.CUSTOMER, Subject.RECIPIENT)),
                force(),
                "random",
                here());
    }

    Forbid forbid() {
        return new Forbid(
                named("forbid" + line),
                List.of(named(pick(CATEGORIES.subList(2, CATEGORIES.size())))),
                random.nextInt(3) == 0 ? null : cutting(),
                random.nextInt(3) == 0 ? null : granting(),
                random.nextInt(3) == 0 ? named("delivery") : null,
                pick(Arrays.asList(null, null, null, Subject.CUSTOMER, Subject.RECIPIENT)),
                force(),
                "random",
                here());
    }

    ShopForbid shopForbid() {
        return new ShopForbid(
                forbid(),
                null,
                pick(List.of(PartnerScope.everybody(), scope("email_marketer"), scope("carrier"))),
                some(2, () -> named(pick(PURPOSES))),
                some(
                        2,
                        () -> new Exemption(
                                named(pick(List.of("mailwerk", "other"))), day(), "dpo", "random", here())));
    }

    private PartnerScope scope(String role) {
        return new PartnerScope(List.of(named(role)), List.of(), List.of());
    }

    /** The day of the tests, the one before, or the one after. */
    private LocalDate day() {
        return LocalDate.of(2026, 6, 14 + random.nextInt(3));
    }

    private Force force() {
        return new Force(
                pick(List.of(Force.Mode.LIVE, Force.Mode.LIVE, Force.Mode.LIVE, Force.Mode.SHADOW, Force.Mode.OFF)),
                random.nextInt(3) == 0 ? day() : null);
    }

    private Share share() {
        return new Share.OfCategory(named(pick(CATEGORIES)), form(), here());
    }

    private FormSpec form() {
        return switch (random.nextInt(10)) {
            case 9 -> new MatchHashSpec(profile);
            case 8 -> new FormSpec.Pipeline(List.of(new MatchHashSpec(profile), new FormSpec.Encrypt()));
            case 6 -> new FormSpec.Encrypt();
            case 7 -> new FormSpec.Pipeline(List.of(coarsest(), new FormSpec.Encrypt()));
            case 0 -> banded ? new AgeBandSpec(List.of(18, 30)) : new TruncateSpec(3);
            case 1 -> coarsest();
            case 2 -> new ReplaceSpec(new FactValue(FactValue.Kind.STRING, "gone"));
            default -> new FormSpec.AsIs();
        };
    }

    private FormSpec coarsest() {
        return banded ? new AgeBandSpec(List.of(18)) : new TruncateSpec(1);
    }

    private Basis basis() {
        return switch (random.nextInt(6)) {
            case 0 -> new Basis.Contract(here());
            case 1 -> new Basis.LegalObligation(here());
            case 2 -> new Basis.LegitimateInterest(here());
            case 3 -> new Basis.SoftOptIn(here());
            default -> new Basis.OfConsent(consent(), here());
        };
    }

    private ConsentRequirement consent() {
        return new ConsentRequirement(
                random.nextBoolean() ? null : named(pick(PURPOSES)),
                random.nextInt(3) == 0 ? null : named(random.nextInt(4) == 0 ? "phone" : "email"),
                random.nextInt(3) == 0,
                random.nextInt(5) == 0 ? List.of(named(pick(List.of("v1", "v2")))) : List.of(),
                random.nextInt(5) == 0,
                random.nextInt(5) == 0 ? Period.parse("P3M") : null,
                false);
    }

    /** A condition in which consent is never negated. */
    private Condition granting() {
        return condition(2, true);
    }

    /** A condition in which consent is always negated. */
    private Condition cutting() {
        return condition(2, false);
    }

    private Condition condition(int depth, boolean granting) {
        if (depth == 0 || random.nextInt(10) < 7) {
            return leaf(granting);
        }
        return switch (random.nextInt(3)) {
            case 0 ->
                new Condition.All(List.of(condition(depth - 1, granting), condition(depth - 1, granting)), here());
            case 1 ->
                new Condition.Any(List.of(condition(depth - 1, granting), condition(depth - 1, granting)), here());
            default -> new Condition.Not(condition(depth - 1, !granting), here());
        };
    }

    private Condition leaf(boolean granting) {
        return switch (random.nextInt(11)) {
            case 0 -> new Age(random.nextBoolean(), bound(), here());
            case 1 -> new CustomerCountry(List.of(named(pick(List.of("DE", "US", "FR")))), here());
            case 2 -> new CustomerRegion(List.of(named(pick(REGIONS))), here());
            case 3 -> new Gender(List.of(named(pick(List.of("male", "female")))), here());
            case 4 -> new Attribute(named("tier"), test(List.of("gold", "silver")), here());
            case 5 -> new CustomerState(List.of(named(pick(List.of("US-CA", "US-TX", "DE-BY")))), here());
            case 6 -> new Language(List.of(named(pick(List.of("de", "en")))), here());
            case 7 -> new Fact(named("skus"), test(List.of("s1", "s2", "s3")), here());
            case 8 -> new Fact(named("sum"), number(), here());
            case 9 -> ofExchange();
            default ->
                granting
                        ? new Condition.Consent(consent(), here())
                        : new Condition.Not(new Condition.Consent(consent(), here()), here());
        };
    }

    private Condition ofExchange() {
        return switch (random.nextInt(5)) {
            case 0 -> new PartnerCountry(List.of(named(pick(List.of("DE", "US", "FR")))), here());
            case 1 -> new PartnerRegion(List.of(named(pick(REGIONS))), here());
            case 2 -> new TransferBasis(List.of(named(pick(List.of("none_needed", "scc")))), here());
            case 3 ->
                new CallerRoles(
                        pick(List.of(Match.values())), List.of(named(pick(List.of("agent", "supervisor")))), here());
            default ->
                new Valid(
                        random.nextBoolean() ? null : LocalDate.parse(pick(List.of("2026-06-15", "2026-06-16"))),
                        LocalDate.parse(pick(List.of("2026-06-14", "2026-06-15", "2027-01-01"))),
                        here());
        };
    }

    private FactTest number() {
        String bound = pick(List.of("10", "12.5"));
        return switch (random.nextInt(3)) {
            case 0 -> new FactTest.AtLeast(bound);
            case 1 -> new FactTest.Below(bound);
            default -> new FactTest.AnyOf(List.of(new FactValue(FactValue.Kind.NUMBER, bound)));
        };
    }

    private Age.Bound bound() {
        return switch (random.nextInt(3)) {
            case 0 -> new Age.Bound.Majority();
            case 1 -> new Age.Bound.DigitalConsent();
            default -> new Age.Bound.Years(pick(List.of(16, 18, 30)));
        };
    }

    private FactTest test(List<String> from) {
        List<FactValue> values = List.of(new FactValue(FactValue.Kind.STRING, pick(from)));
        return random.nextBoolean() ? new FactTest.AnyOf(values) : new FactTest.NoneOf(values);
    }

    /** A document of up to three records, each with up to two nested ones. */
    Map<String, Object> document() {
        List<Object> records = new ArrayList<>();
        for (int k = random.nextInt(3); k >= 0; k--) {
            Map<String, Object> record = record();
            if (random.nextInt(3) == 0) {
                List<Object> nested = new ArrayList<>(List.of(record()));
                if (random.nextBoolean()) {
                    nested.add(record());
                }
                record.put("n", nested);
            }
            records.add(record);
        }
        return new LinkedHashMap<>(Map.of("c", records));
    }

    private Map<String, Object> record() {
        Map<String, Object> record = new LinkedHashMap<>();
        maybe(record, "id", number("1"), number("2"), "1", "guest", number("0"), null, true, number("1.0"), "1 ");
        maybe(
                record,
                "email",
                "a@b.example",
                "A@b.example ",
                "c.d@gmail.com",
                "C.D@googlemail.com",
                null,
                new LinkedHashMap<>());
        maybe(record, "country", "DE", "us", "Germany", "XX", null, number("5"));
        maybe(record, "state", "CA", "US-TX", "Bayern", "nowhere", null);
        maybe(record, "language", "de-AT", "EN", "xx1", null);
        maybe(record, "lines", lines(), lines(), lines(), null, "none");
        maybe(record, "sum", number("12.5"), "12.50", "9", "much", null);
        maybe(record, "gender", "m", "F", "d", null);
        maybe(
                record,
                "birth",
                "1990-05-01",
                "1996-06-15",
                "2008-06-14",
                "2008-06-15",
                "2008-06-16",
                "2010-06-16",
                "2012-01-01",
                "soon",
                "1890-01-01",
                null);
        if (random.nextInt(4) == 0) {
            record.put("born", random.nextBoolean() ? null : "then");
        }
        maybe(record, "name", new LinkedHashMap<>(Map.of("first", "Ada", "last", "O'Neill")), "Ada", null);
        Map<String, Object> home = new LinkedHashMap<>();
        maybe(home, "country", "DE", "US", null);
        maybe(home, "state", "US-CA", "DE-BY", "TX", null);
        maybe(home, "zip", "10115", "94035-1234", "SW1A 1AA", number("10115"), null);
        maybe(home, "street", "1 High  Street", null);
        maybe(home, "phone", "123456", "0171 1234567");
        maybe(record, "home", home, home, home, null, "none");
        maybe(record, "phone", "+49 30 123", "+49 (0) 171 1234567", "(650) 555-1212", HASH, number("123"));
        maybe(record, "ip", "10.0.0.1");
        maybe(record, "contact", "call her");
        maybe(record, "mother", "Eve");
        maybe(record, "gift", "book");
        maybe(record, "card", "1234");
        maybe(record, "total", number("12.50"), "12.50");
        maybe(record, "labels", new LinkedHashMap<>(Map.of("x@y.example", "blue")), null);
        maybe(
                record,
                "notes",
                List.of(note("tier", "gold")),
                List.of(note("tier", "silver"), note("tier", "gold")),
                List.of(note("tier", "gold ")),
                "x");
        maybe(record, "tick", "yes", "no", null, true);
        maybe(record, "tick_time", "2026-06-01T00:00:00Z", "2025-01-01T00:00:00Z", "soon", null);
        maybe(record, "tick_end", "2026-06-15", "2026-06-14", "2027-01-01T00:00:00Z", "never", null, null, null);
        maybe(record, "tick_text", "v1", "v2", null);
        maybe(record, "parent", "yes", "no", null, null);
        maybe(record, "named", "yes", "no", null, null);
        maybe(record, "carriers", "no", null);
        maybe(record, "call", "yes", "no", null);
        Map<String, Object> optin = new LinkedHashMap<>();
        maybe(
                optin,
                "state",
                "subscribed",
                "SUBSCRIBED",
                "subscribed",
                "unsubscribed",
                "pending",
                "not_subscribed",
                "new",
                null);
        maybe(optin, "opt_in_level", "confirmed_opt_in", "single_opt_in", null);
        maybe(optin, "consent_updated_at", "2026-01-01T00:00:00Z", "2027-01-01T00:00:00+02:00", "soon", null);
        maybe(record, "optin", optin, optin, optin, optin, null, "yes");
        record.put("unknown", "leak");
        return record;
    }

    private List<Object> lines() {
        List<Object> lines = new ArrayList<>();
        for (int k = random.nextInt(3); k > 0; k--) {
            Map<String, Object> line = new LinkedHashMap<>();
            maybe(line, "sku", "s1", "s2", "s1", "s1\u200b", number("3"), null);
            lines.add(line);
        }
        return lines;
    }

    private static Map<String, Object> note(String key, String value) {
        return new LinkedHashMap<>(Map.of("key", key, "value", value));
    }

    private static TinyJson.Number number(String literal) {
        return new TinyJson.Number(literal);
    }

    private void maybe(Map<String, Object> into, String name, Object... values) {
        if (random.nextInt(5) > 0) {
            into.put(name, values[random.nextInt(values.length)]);
        }
    }

    /** The roles of the person who asks, or null. */
    Set<String> callerRoles() {
        return switch (random.nextInt(4)) {
            case 0 -> null;
            case 1 -> Set.of();
            case 2 -> Set.of("agent");
            default -> Set.of("agent", "supervisor");
        };
    }

    /** What is on record of those whom documents speak of; of nobody in half of all cases. */
    KnownCustomers known() {
        if (random.nextBoolean()) {
            return KnownCustomers.NOBODY;
        }
        Map<String, KnownCustomer> byId = new HashMap<>();
        for (String id : List.of("1", "2", "email a@b.example", "email c.d@gmail.com")) {
            if (random.nextInt(3) > 0) {
                byId.put(id, customer());
            }
        }
        return (namespace, id) -> byId.get(namespace == null ? id : namespace + " " + id);
    }

    KnownCustomer customer() {
        Map<String, Object> facts = new HashMap<>();
        maybe(facts, "country", "DE", "US", "Germany", "nowhere");
        maybe(facts, "state", "CA", "US-TX", "Bayern", "none");
        maybe(facts, "language", "de", "en-GB");
        maybe(facts, "gender", "male", "female");
        maybe(facts, "birth_date", "1990-05-01", "2010-06-16", "2012-01-01", "soon");
        Map<String, String> texts = new HashMap<>();
        facts.forEach((name, value) -> texts.put(name, value.toString()));
        Map<String, Scalar> attributes = random.nextBoolean() ? Map.of() : Map.of("tier", Scalar.string("gold"));
        return new KnownCustomer(texts, attributes, some(5, this::entry));
    }

    private KnownCustomer.Entry entry() {
        return new KnownCustomer.Entry(
                pick(PURPOSES),
                pick(Arrays.asList(null, null, "email", "phone")),
                pick(Arrays.asList(null, null, "mailwerk", "other")),
                pick(Arrays.asList(null, null, null, "email_marketer", "carrier")),
                pick(List.of(
                        KnownCustomer.State.GIVEN,
                        KnownCustomer.State.GIVEN,
                        KnownCustomer.State.RENEWED,
                        pick(List.of(KnownCustomer.State.values())))),
                pick(Arrays.asList(
                        null, time("2026-06-01"), time("2026-05-01"), time("2025-01-01"), time("2027-01-01"))),
                random.nextBoolean(),
                random.nextInt(4) == 0,
                pick(Arrays.asList(null, "v1", "v2")),
                pick(Arrays.asList(null, null, null, time("2026-06-02"), time("2027-01-01"))));
    }

    private static Instant time(String day) {
        return Instant.parse(day + "T00:00:00Z");
    }

    <T> T pick(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private <T> List<T> some(int most, Supplier<T> one) {
        List<T> list = new ArrayList<>();
        for (int k = random.nextInt(most + 1); k > 0; k--) {
            list.add(one.get());
        }
        return list;
    }

    private Named named(String name) {
        return new Named(name, here());
    }

    private SourceLocation here() {
        return new SourceLocation("random.yaml", ++line, 1);
    }

    private static Bundle base() {
        String nested = SHAPE.substring(SHAPE.indexOf("  - at:")).replace("$.c[*]", "$.c[*].n[*]");
        String partner = """
                ---
                kind: Partner
                id: mailwerk
                name: Mailwerk
                role: email_marketer
                countries: [DE]
                purposes: [marketing.communications.email]
                status: active
                encryption: KEY
                recognised_by:
                  - api_key: { sha256: "0000000000000000000000000000000000000000000000000000000000000000" }
                """;
        Problems problems = new Problems();
        Bundle parsed = Bundles.parse(problems, SHAPE + nested + partner.replace("KEY", Envelopes.yaml()));
        if (problems.hasErrors()) {
            throw new IllegalStateException(problems.sorted().toString());
        }
        return parsed;
    }
}
