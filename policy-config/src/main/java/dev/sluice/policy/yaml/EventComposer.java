package dev.sluice.policy.yaml;

import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.diagnostic.SourceText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Composes the nodes of one file from the YAML library's events. Works below the library's own composer so that
 * aliases, tags and
 * duplicate keys are problems with a place, all of them, and not an exception at the first.
 */
final class EventComposer {

    /** Deeper nesting is refused; no bundle needs a third of it. */
    private static final int DEEPEST = 50;

    private final SourceText source;
    private final Problems problems;
    private final HiddenCharacters hidden;
    private Iterator<Event> events = List.<Event>of().iterator();

    EventComposer(SourceText source, Problems problems) {
        this.source = source;
        this.problems = problems;
        this.hidden = new HiddenCharacters(problems);
    }

    List<YamlNode> compose(String text) {
        List<YamlNode> documents = new ArrayList<>();
        LoadSettings settings = LoadSettings.builder()
                .setLabel(source.file())
                .setCodePointLimit(YamlReader.LARGEST_FILE + 1)
                .setVersionFunction(version -> version)
                .build();
        try {
            events = new Parse(settings).parseString(text).iterator();
            while (events.hasNext()) {
                Event event = events.next();
                if (event instanceof DocumentStartEvent start) {
                    checkDirectives(start);
                    YamlNode node = node(events.next(), 0);
                    if (!isNothing(node)) {
                        documents.add(node);
                    }
                }
            }
        } catch (MarkedYamlEngineException e) {
            new SyntaxProblem(source, problems).add(e);
        } catch (NestedTooDeepException e) {
            problems.error("too-deep", e.location, "values nest deeper than " + DEEPEST + " levels here", null);
        } catch (YamlEngineException e) {
            problems.error("yaml-syntax", new SourceLocation(source.file(), 1, 1), "the file is not YAML 1.2", null);
        }
        return documents;
    }

    private static boolean isNothing(YamlNode node) {
        return node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.NULL;
    }

    private void checkDirectives(DocumentStartEvent start) {
        boolean otherVersion = start.getSpecVersion()
                .map(version -> !version.equals(new SpecVersion(1, 2)))
                .orElse(false);
        if (otherVersion || !start.getTags().isEmpty()) {
            problems.error(
                    "yaml-directive",
                    place(start),
                    "a `%` directive stands before this document (expected: none, or `%YAML 1.2`)",
                    "remove it: bundles are YAML 1.2 without tags");
        }
    }

    private YamlNode node(Event event, int depth) {
        if (depth > DEEPEST) {
            throw new NestedTooDeepException(place(event));
        }
        if (event instanceof AliasEvent alias) {
            problems.error(
                    "yaml-alias",
                    place(alias),
                    "`*" + alias.getAlias().getValue() + "` is an alias (expected: none)",
                    "write the value out; if the `*` belongs to a path, put it in quotes");
            return new YamlScalar(YamlScalar.Kind.UNREADABLE, "", place(alias));
        }
        if (event instanceof ScalarEvent scalar) {
            checkDecorations(scalar, scalar.getTag());
            return new YamlScalar(PlainScalars.kindOf(scalar), scalar.getValue(), place(scalar));
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        checkDecorations(start, start.getTag());
        return event.getEventId() == Event.ID.SequenceStart ? list(start, depth) : map(start, depth);
    }

    private YamlList list(CollectionStartEvent start, int depth) {
        List<YamlNode> elements = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            elements.add(node(next, depth + 1));
        }
        return new YamlList(elements, place(start));
    }

    private YamlMap map(CollectionStartEvent start, int depth) {
        List<YamlMap.Entry> entries = new ArrayList<>();
        Map<String, SourceLocation> seen = new HashMap<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            YamlNode key = node(next, depth + 1);
            YamlNode value = node(events.next(), depth + 1);
            if (!(key instanceof YamlScalar name)
                    || name.kind() == YamlScalar.Kind.NULL
                    || name.kind() == YamlScalar.Kind.UNREADABLE) {
                problems.error(
                        "key-not-text",
                        key.location(),
                        "a key is " + key.kindName() + " (expected: text)",
                        "put it in quotes");
                continue;
            }
            if (!hidden.none(name)) {
                continue;
            }
            SourceLocation first = seen.putIfAbsent(name.text(), name.location());
            if (first == null) {
                entries.add(new YamlMap.Entry(name, value));
            } else {
                problems.error(
                        "duplicate-key",
                        name.location(),
                        // A key may be somebody's address.
                        (name.text().indexOf('@') < 0 ? "the key `" + name.text() + "`" : "a key") + " stands twice",
                        "it stands first in line " + first.line() + ": keep one");
            }
        }
        return new YamlMap(entries, place(start));
    }

    private void checkDecorations(NodeEvent event, Optional<String> tag) {
        if (event.getAnchor().isPresent()) {
            problems.error(
                    "yaml-alias",
                    place(event),
                    "`&" + event.getAnchor().get().getValue() + "` is an anchor (expected: none)",
                    "remove it; if the `&` belongs to the text, put it in quotes");
        }
        if (tag.isPresent()) {
            problems.error(
                    "yaml-tag",
                    place(event),
                    "the tag `" + tag.get() + "` stands here (expected: none)",
                    "remove it; if the `!` belongs to the text, put it in quotes");
        }
    }

    private SourceLocation place(Event event) {
        return event.getStartMark()
                .map(mark -> new SourceLocation(source.file(), mark.getLine() + 1, mark.getColumn() + 1))
                .orElseGet(() -> new SourceLocation(source.file(), 1, 1));
    }

    /** Ends the file: what nests this deep is no bundle. */
    private static final class NestedTooDeepException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient SourceLocation location;

        NestedTooDeepException(SourceLocation location) {
            this.location = location;
        }
    }
}
