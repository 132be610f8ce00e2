package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Condition;
import dev.sluice.policy.model.Condition.CallerRoles;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlList;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Parses the conditions that ask who asks, and when. */
final class ExchangeConditionParser {

    private final Problems problems;
    private final Lists lists;
    private final YamlExpectation expect;
    private final ScalarParser scalars;

    ExchangeConditionParser(Problems problems, Lists lists) {
        this.problems = problems;
        this.lists = lists;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
    }

    /** Several tests must all pass. */
    Optional<Condition> callerRoles(YamlNode value, SourceLocation location) {
        Optional<YamlMap> map = expect.map(value, "`caller_roles`");
        if (map.isEmpty()) {
            return Optional.empty();
        }
        YamlFields fields = new YamlFields(map.get(), BundleShapes.shape("role-tests"), problems);
        List<Condition> tests = new ArrayList<>();
        for (CallerRoles.Match match : CallerRoles.Match.values()) {
            String key = match.name().toLowerCase(Locale.ROOT);
            fields.node(key)
                    .ifPresent(node ->
                            roles(node, key).ifPresent(roles -> tests.add(new CallerRoles(match, roles, location))));
        }
        fields.rejectOthers();
        if (map.get().entries().isEmpty()) {
            problems.error(
                    "missing-key", location, "`caller_roles` has neither `any_of`, `all_of` nor `none_of`", null);
        }
        return tests.size() < 2 ? tests.stream().findFirst() : Optional.of(new Condition.All(tests, location));
    }

    private Optional<List<Named>> roles(YamlNode node, String key) {
        List<Named> roles = lists.named(expect.texts(node, "`" + key + "`"), ListSort.VALUES);
        if (node instanceof YamlList list && list.elements().isEmpty()) {
            problems.error("wrong-value", node.location(), "`" + key + "` is empty (expected: at least one)", null);
        }
        return roles.isEmpty() ? Optional.empty() : Optional.of(roles);
    }

    Optional<Condition> valid(YamlNode value, SourceLocation location) {
        Optional<YamlMap> map = expect.map(value, "`valid`");
        if (map.isEmpty()) {
            return Optional.empty();
        }
        YamlFields fields = new YamlFields(map.get(), BundleShapes.shape("days"), problems);
        Optional<LocalDate> from = fields.text("from").flatMap(text -> scalars.date(text, "`from`"));
        Optional<LocalDate> until = fields.text("until").flatMap(text -> scalars.date(text, "`until`"));
        fields.rejectOthers();
        if (map.get().entries().isEmpty()) {
            problems.error("missing-key", location, "`valid` has neither `from` nor `until`", null);
        }
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            problems.error(
                    "wrong-value",
                    location,
                    "`valid` ends on " + until.get() + ", before it begins on " + from.get(),
                    "both days belong to it");
        }
        boolean some = from.isPresent() || until.isPresent();
        return some
                ? Optional.of(new Condition.Valid(from.orElse(null), until.orElse(null), location))
                : Optional.empty();
    }
}
