package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Place;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.util.List;
import java.util.Optional;

/**
 * Parses the places where facts stand: a path, several paths, or {@code name_of} a path where the fact is a member's
 * name.
 */
final class PlaceParser {

    private final YamlExpectation expect;
    private final PathParser paths;
    private final Problems problems;

    PlaceParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.paths = new PathParser(problems);
    }

    Optional<Place> path(YamlScalar text) {
        return paths.parse(text).map(path -> new Place(path, false, text.location()));
    }

    /** A path as text, or {@code { name_of: path }}. */
    Optional<Place> place(YamlNode node, String what) {
        if (node instanceof YamlMap map) {
            YamlFields fields = new YamlFields(map, BundleShapes.shape("name-of"), what, problems);
            Optional<Place> place = fields.requiredText("name_of").flatMap(this::nameOf);
            fields.rejectOthers();
            return place;
        }
        return expect.text(node, what).flatMap(this::path);
    }

    Optional<Place> nameOf(YamlScalar text) {
        return paths.parse(text).map(path -> new Place(path, true, text.location()));
    }

    /** One place or several. */
    List<Place> places(YamlNode node, String what) {
        return expect.oneOrMany(node).stream()
                .flatMap(element -> place(element, what).stream())
                .toList();
    }
}
