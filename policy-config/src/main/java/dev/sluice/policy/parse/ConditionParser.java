package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Condition.AgeBound;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.vocabulary.TransferGround;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlList;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Parses conditions on a customer: a map of one key, or a list all of which must be true. */
final class ConditionParser {

    private static final List<String> GENDERS = List.of("male", "female", "other");
    private static final int OLDEST = 150;
    private static final int DEEPEST = 20;

    private final Problems problems;
    private final Lists lists;
    private final NamedConditions named;
    private final YamlExpectation expect;
    private final ScalarParser scalars;
    private final BasisParser bases;
    private final AttributeParser attributes;
    private final ExchangeConditionParser exchange;

    ConditionParser(Problems problems, Lists lists, NamedConditions named) {
        this.problems = problems;
        this.lists = lists;
        this.named = named;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
        this.bases = new BasisParser(problems);
        this.attributes = new AttributeParser(problems, lists);
        this.exchange = new ExchangeConditionParser(problems, lists);
    }

    /** One condition; a list counts as {@code all}. */
    Optional<Condition> parse(YamlNode node) {
        return node instanceof YamlList ? all(node, 0) : condition(node, 0);
    }

    /** The conditions of a list, or the one that stands alone. */
    List<Condition> parseEach(List<YamlNode> nodes) {
        return nodes.stream().flatMap(node -> condition(node, 0).stream()).toList();
    }

    private Optional<Condition> condition(YamlNode node, int depth) {
        Optional<YamlMap> map = expect.map(node, "a condition");
        if (map.isEmpty()) {
            return Optional.empty();
        }
        if (map.get().entries().size() != 1 || depth > DEEPEST) {
            problems.error(
                    "one-condition",
                    node.location(),
                    "a condition has " + map.get().entries().size() + " keys in level " + (depth + 1)
                            + " (expected: one, in at most " + DEEPEST + " levels)",
                    "write several as a list below `all` or `any`");
            return Optional.empty();
        }
        YamlMap.Entry entry = map.get().entries().get(0);
        YamlNode value = entry.value();
        SourceLocation location = entry.location();
        return switch (entry.key()) {
            case "is" -> expect.text(value, "`is`").map(ScalarParser::named).flatMap(named::resolve);
            case "consent" ->
                expect.map(value, "`consent`").map(consent -> new Condition.Consent(bases.consent(consent), location));
            case "age" -> expect.map(value, "`age`").flatMap(age -> age(age, location));
            case "transfer_basis" -> transferBasis(value, location);
            case "caller_roles" -> exchange.callerRoles(value, location);
            case "valid" -> exchange.valid(value, location);
            case "gender" -> gender(value, location);
            case "attributes" -> attributes.parse(value, location);
            case "all" -> all(value, depth);
            case "any" -> any(value, depth);
            case "not" -> condition(value, depth + 1).map(inner -> new Condition.Not(inner, location));
            default -> anyOf(entry);
        };
    }

    /** A condition that lists words any of which will do; any other key is a fact of the record. */
    private Optional<Condition> anyOf(YamlMap.Entry entry) {
        YamlNode value = entry.value();
        SourceLocation location = entry.location();
        String what = "`" + entry.key() + "`";
        return switch (entry.key()) {
            case "customer_country" ->
                words(value, what, ListSort.COUNTRIES).map(names -> new Condition.CustomerCountry(names, location));
            case "customer_region" ->
                words(value, what, ListSort.REGIONS).map(names -> new Condition.CustomerRegion(names, location));
            case "customer_state" ->
                words(value, what, ListSort.STATES).map(names -> new Condition.CustomerState(names, location));
            case "partner_country" ->
                words(value, what, ListSort.COUNTRIES).map(names -> new Condition.PartnerCountry(names, location));
            case "partner_region" ->
                words(value, what, ListSort.REGIONS).map(names -> new Condition.PartnerRegion(names, location));
            case "language" ->
                words(value, what, ListSort.VALUES).map(names -> new Condition.Language(names, location));
            default -> attributes.fact(entry);
        };
    }

    private Optional<Condition> age(YamlMap map, SourceLocation location) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("age-bounds"), problems);
        List<Condition> bounds = new ArrayList<>();
        fields.node("at_least")
                .flatMap(node -> ageBound(node, "`at_least`"))
                .ifPresent(bound -> bounds.add(new Condition.Age(true, bound, location)));
        fields.node("below")
                .flatMap(node -> ageBound(node, "`below`"))
                .ifPresent(bound -> bounds.add(new Condition.Age(false, bound, location)));
        fields.rejectOthers();
        if (map.entries().isEmpty()) {
            problems.error("missing-key", location, "`age` has neither `at_least` nor `below`", null);
        }
        return bounds.size() < 2 ? bounds.stream().findFirst() : Optional.of(new Condition.All(bounds, location));
    }

    private Optional<AgeBound> ageBound(YamlNode node, String what) {
        if (node instanceof YamlScalar scalar && scalar.isText()) {
            return scalars.oneOf(scalar, what, List.of("digital_consent", "majority"))
                    .map(word -> word.equals("majority") ? new AgeBound.Majority() : new AgeBound.DigitalConsent());
        }
        return expect.integer(node, what, 1, OLDEST).map(AgeBound.Years::new);
    }

    private Optional<Condition> gender(YamlNode value, SourceLocation location) {
        List<Named> known = lists.named(expect.texts(value, "`gender`"), ListSort.VALUES).stream()
                .filter(word -> scalars.oneOf(word, "`gender`", GENDERS).isPresent())
                .toList();
        return known.isEmpty() ? noneNamed(value, "`gender`") : Optional.of(new Condition.Gender(known, location));
    }

    private Optional<Condition> transferBasis(YamlNode value, SourceLocation location) {
        List<Named> known = expect.texts(value, "`transfer_basis`").stream()
                .filter(word -> scalars.oneOf(word, "`transfer_basis`", TransferGround.WORDS)
                        .isPresent())
                .map(ScalarParser::named)
                .toList();
        return known.isEmpty()
                ? noneNamed(value, "`transfer_basis`")
                : Optional.of(new Condition.TransferBasis(known, location));
    }

    private Optional<Condition> all(YamlNode value, int depth) {
        List<Condition> inner = inner(value, "`all`", depth);
        return inner.isEmpty() ? noneNamed(value, "`all`") : Optional.of(new Condition.All(inner, value.location()));
    }

    private Optional<Condition> any(YamlNode value, int depth) {
        List<Condition> inner = inner(value, "`any`", depth);
        return inner.isEmpty() ? noneNamed(value, "`any`") : Optional.of(new Condition.Any(inner, value.location()));
    }

    private List<Condition> inner(YamlNode value, String what, int depth) {
        return expect.list(value, what).stream()
                .flatMap(element -> condition(element, depth + 1).stream())
                .toList();
    }

    private Optional<List<Named>> words(YamlNode value, String what, ListSort sort) {
        List<Named> names = lists.named(expect.texts(value, what), sort);
        return names.isEmpty() ? noneNamed(value, what) : Optional.of(names);
    }

    /** An empty list would be true of nobody, or of everybody: say so rather than guess. */
    private <T> Optional<T> noneNamed(YamlNode value, String what) {
        if (value instanceof YamlList list && list.elements().isEmpty()) {
            problems.error("wrong-value", value.location(), what + " is empty (expected: at least one)", null);
        }
        return Optional.empty();
    }
}
