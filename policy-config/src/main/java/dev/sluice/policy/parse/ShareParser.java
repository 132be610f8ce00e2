package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.FormSpec;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.Share;
import dev.sluice.policy.transform.Keyed;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/** Parses the entries of {@code share}: a category as it is, a category with a form, or {@code customer: pseudonym}. */
final class ShareParser {

    private final Problems problems;
    private final FormParser forms;

    ShareParser(Problems problems) {
        this.problems = problems;
        this.forms = new FormParser(problems);
    }

    List<Share> parse(List<YamlNode> nodes) {
        return nodes.stream().flatMap(node -> share(node).stream()).toList();
    }

    private Optional<Share> share(YamlNode node) {
        if (node instanceof YamlScalar scalar
                && scalar.isText()
                && !scalar.text().isBlank()) {
            return Optional.of(
                    new Share.OfCategory(ScalarParser.named(scalar), new FormSpec.AsIs(), scalar.location()));
        }
        if (node instanceof YamlMap map && map.entries().size() == 1) {
            YamlMap.Entry entry = map.entries().get(0);
            Optional<FormSpec> form = forms.parse(entry.value());
            if (entry.key().equals("customer")) {
                return form.flatMap(value -> customer(value, entry));
            }
            Named category = new Named(entry.key(), entry.location());
            return form.map(value -> new Share.OfCategory(category, value, entry.location()));
        }
        problems.error(
                "wrong-type",
                node.location(),
                "a share is " + node.kindName() + " (expected: a category, or one category with its form)",
                "one list entry for each: `- user.name.first` or `- user.name.last: initial`");
        return Optional.empty();
    }

    private Optional<Share> customer(FormSpec form, YamlMap.Entry entry) {
        if (form instanceof Keyed keyed && !keyed.reversible() && keyed.domain() == null) {
            return Optional.of(new Share.OfCustomer(form, entry.location()));
        }
        problems.error(
                "wrong-value",
                entry.value().location(),
                "`customer` is shared in a form that is no handle (expected: `pseudonym`, without a domain)",
                "write `customer: pseudonym`");
        return Optional.empty();
    }
}
