package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.diagnostic.SourceText;
import dev.sluice.policy.model.ListSort;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.HiddenCharacters;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The lists of a bundle: {@code kind: List}. A list's id is written out as its values wherever values are expected. */
final class Lists {

    private static final Pattern INSIDE = Pattern.compile("(?!.*(^|/)\\.)[^\\\\]+\\.txt");

    private final Problems problems;
    private final YamlExpectation expect;
    private final ScalarParser scalars;
    private final HiddenCharacters hidden;
    private final ListLines lines;
    private final Function<String, Optional<SourceText>> files;
    private final Map<String, Values> byId = new TreeMap<>();
    private final Set<String> used = new HashSet<>();

    private record Values(Named id, ListSort sort, List<YamlScalar> values) {}

    /** @param files the bundle's text files by name */
    Lists(Problems problems, Function<String, Optional<SourceText>> files) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
        this.hidden = new HiddenCharacters(problems);
        this.lines = new ListLines(problems);
        this.files = files;
    }

    /** Adds what one document declares. */
    void add(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("list"), problems);
        fields.node("kind");
        Named id = scalars.id(fields);
        List<Values> found = new ArrayList<>();
        for (ListSort sort : ListSort.values()) {
            fields.node(sort.key()).ifPresent(node -> found.add(new Values(id, sort, inline(node, sort))));
        }
        fields.text("file").ifPresent(file -> found.add(new Values(id, ListSort.VALUES, lines(file))));
        boolean declared = fields.node("file").isPresent() || !found.isEmpty();
        fields.rejectOthers();
        if (!declared || found.size() > 1) {
            problems.error(
                    "missing-key",
                    fields.location(),
                    "the list `" + id + "` has " + found.size() + " sorts of values (expected: one)",
                    "give it `countries`, `partners`, `values`, … or `file`");
        }
        if (found.isEmpty() || id.isMissing()) {
            return;
        }
        Values first = byId.putIfAbsent(id.name(), found.get(0));
        if (first != null) {
            problems.error(
                    "duplicate-id",
                    id.location(),
                    "the id `" + id + "` names a second list",
                    "the first one stands at " + first.id().location());
        }
    }

    /** Texts with the ids of lists written out. @param wanted what the values are expected to be */
    List<Named> named(List<YamlScalar> texts, ListSort wanted) {
        return texts.stream()
                .flatMap(text -> values(text, wanted).stream())
                .filter(hidden::none)
                .map(ScalarParser::named)
                .toList();
    }

    /** Values with the ids of lists written out. */
    List<YamlNode> nodes(List<YamlNode> nodes) {
        List<YamlNode> all = new ArrayList<>();
        for (YamlNode node : nodes) {
            if (node instanceof YamlScalar scalar) {
                all.addAll(values(scalar, ListSort.VALUES));
            } else {
                all.add(node);
            }
        }
        return all;
    }

    /** Tells of lists that nothing uses. */
    void checkUse() {
        for (Values list : byId.values()) {
            if (!used.contains(list.id().name())) {
                problems.warning(
                        "unused-list", list.id().location(), "nothing uses the list `" + list.id() + "`", null);
            }
        }
    }

    /** Tells of lists whose ids mean something else already. @param words by what they are */
    void checkNames(Map<String, Set<String>> words) {
        for (Values list : byId.values()) {
            words.forEach((noun, known) -> {
                if (known.contains(list.id().name())) {
                    problems.error(
                            "list-hides-word",
                            list.id().location(),
                            "the list `" + list.id() + "` has the name of a " + noun,
                            "choose a name that means nothing else");
                }
            });
        }
    }

    private List<YamlScalar> values(YamlScalar scalar, ListSort wanted) {
        Values list = scalar.isText() ? byId.get(scalar.text()) : null;
        if (list == null) {
            return List.of(scalar);
        }
        used.add(scalar.text());
        if (!list.sort().fits(wanted)) {
            problems.error(
                    "other-list",
                    scalar.location(),
                    "`" + scalar.text() + "` is a list of " + list.sort().key() + " (expected: of " + wanted.key()
                            + ")",
                    "it stands at " + list.id().location());
            return List.of();
        }
        return list.values();
    }

    private List<YamlScalar> inline(YamlNode node, ListSort sort) {
        List<YamlScalar> values = new ArrayList<>();
        for (YamlNode element : expect.list(node, "`" + sort.key() + "`")) {
            Optional<YamlScalar> value =
                    sort == ListSort.VALUES ? expect.scalar(element, "a value") : expect.prose(element, "a value");
            value.ifPresent(values::add);
        }
        return distinct(values, node.location(), "`" + sort.key() + "`");
    }

    private List<YamlScalar> lines(YamlScalar file) {
        if (!INSIDE.matcher(file.text()).matches() || file.text().startsWith("/")) {
            problems.error(
                    "list-path",
                    file.location(),
                    "`file` is `" + file.text() + "` (expected: a `.txt` file of the bundle)",
                    "the path begins at the bundle's directory: `lists/skus.txt`");
            return List.of();
        }
        Optional<SourceText> text = files.apply(file.text());
        if (text.isEmpty()) {
            problems.error(
                    "list-file-missing",
                    file.location(),
                    "the bundle has no file `" + file.text() + "` that can be read",
                    "the path begins at the bundle's directory");
            return List.of();
        }
        return distinct(lines.values(text.get()), file.location(), "the file `" + file.text() + "`");
    }

    private List<YamlScalar> distinct(List<YamlScalar> values, SourceLocation location, String what) {
        if (values.isEmpty()) {
            problems.error("empty-list", location, what + " is empty (expected: at least one value)", null);
        }
        Map<String, YamlScalar> seen = new HashMap<>();
        List<YamlScalar> visible = values.stream().filter(hidden::none).toList();
        for (YamlScalar value : visible) {
            YamlScalar first = seen.putIfAbsent(value.kind() + " " + value.text(), value);
            if (first != null) {
                problems.error(
                        "duplicate-value",
                        value.location(),
                        "`" + value.text() + "` stands twice in the list",
                        "it stands first at " + first.location());
            }
        }
        return visible;
    }
}
