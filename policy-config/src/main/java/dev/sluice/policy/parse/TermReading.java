package dev.sluice.policy.parse;

import dev.sluice.policy.condition.Reading;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads for terms, with the ids of lists written out. */
final class TermReading implements Reading {

    private final Problems problems;
    private final Lists lists;
    private final ScalarParser scalars;

    TermReading(Problems problems, Lists lists) {
        this.problems = problems;
        this.lists = lists;
        this.scalars = new ScalarParser(problems);
    }

    @Override
    public Problems problems() {
        return problems;
    }

    @Override
    public List<Named> names(YamlNode node, String what, ListSort sort) {
        List<Named> names = lists.named(expect().texts(node, what), sort);
        rejectEmpty(node, what);
        return names;
    }

    @Override
    public List<FactValue> values(YamlNode node, String what) {
        List<FactValue> values = scalars.comparable(lists.nodes(expect().oneOrMany(node)), what);
        rejectEmpty(node, what);
        return values;
    }

    @Override
    public boolean isOneOf(Named word, String what, List<String> words) {
        return scalars.oneOf(word, what, words).isPresent();
    }

    @Override
    public Optional<LocalDate> day(YamlScalar text, String what) {
        return scalars.date(text, what);
    }
}
