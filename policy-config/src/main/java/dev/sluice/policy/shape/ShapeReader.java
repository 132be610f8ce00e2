package dev.sluice.policy.shape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a table of shapes. Its head says how it is written; what is written otherwise is a fault of the build. */
final class ShapeReader {

    private static final Pattern HEAD = Pattern.compile("(shape|choice|type) ([a-z-]+): (.+)");
    private static final Pattern KEY = Pattern.compile("([^|!?*]+)([!?]?)\\s*\\|([^|]+)\\|([^|]+)");
    private static final Pattern OTHERS = Pattern.compile("\\*([^|]*)\\|([^|]+)\\|([^|]+)");
    private static final Pattern JOINED = Pattern.compile("\\+ ([a-z-]+)");
    private static final Pattern NEEDS = Pattern.compile("([a-z_]+) needs: ([a-z_]+)");
    private static final Pattern EXACTLY_ONE = Pattern.compile("exactly one of: (.+)");

    private final String file;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final Map<String, Choice> choices = new LinkedHashMap<>();
    private final Map<String, ValueType> types = new LinkedHashMap<>();
    private Section section = new Section("", "", "");

    /** @param file the table's name, for messages */
    ShapeReader(String file) {
        this.file = file;
    }

    /** What is read of one shape or choice so far. */
    private static final class Section {

        private final String sort;
        private final String name;
        private final String subject;
        private final Map<String, ShapeKey> keys = new LinkedHashMap<>();
        private final Map<String, Choice.Option> options = new LinkedHashMap<>();
        private final Map<String, String> needs = new LinkedHashMap<>();
        private List<String> exactlyOne = List.of();
        private Optional<OtherKeys> others = Optional.empty();
        private Optional<String> choice = Optional.empty();
        private String description = "";
        private boolean atLeastOne;

        Section(String sort, String name, String subject) {
            this.sort = sort;
            this.name = name;
            this.subject = subject;
        }
    }

    ShapeTable read(String text) {
        List<String> lines = text.lines().toList();
        for (int k = 0; k < lines.size(); k++) {
            String line = lines.get(k);
            if (!line.isBlank() && !line.startsWith("#") && !line(line)) {
                throw new IllegalStateException(file + ":" + (k + 1) + ": `" + line + "` is no line of a table");
            }
        }
        close();
        return new ShapeTable(shapes, choices, types);
    }

    private boolean line(String line) {
        if (line.startsWith("  ")) {
            return section.sort.equals("choice") ? option(line.strip()) : key(line.strip());
        }
        Matcher head = HEAD.matcher(line);
        if (!head.matches()) {
            boolean first = section.description.isEmpty() && !section.sort.isEmpty();
            section.description = line;
            return first;
        }
        close();
        section = new Section("", "", "");
        String name = head.group(2);
        if (shapes.containsKey(name) || choices.containsKey(name) || types.containsKey(name)) {
            return false;
        }
        if (head.group(1).equals("type")) {
            types.put(name, TypeText.read(head.group(3)));
        } else {
            section = new Section(head.group(1), name, head.group(3));
        }
        return true;
    }

    private boolean key(String line) {
        Matcher key = KEY.matcher(line);
        if (!key.matches()) {
            return demand(line) || others(line);
        }
        ShapeKey.Presence presence = switch (key.group(2)) {
            case "!" -> ShapeKey.Presence.REQUIRED;
            case "?" -> ShapeKey.Presence.SOMETIMES;
            default -> ShapeKey.Presence.OPTIONAL;
        };
        String name = key.group(1).strip();
        ValueType type = TypeText.read(key.group(3).strip());
        String description = key.group(4).strip();
        return section.keys.put(name, new ShapeKey(name, presence, type, description)) == null;
    }

    /** A line that speaks of several keys. */
    private boolean demand(String line) {
        Matcher one = EXACTLY_ONE.matcher(line);
        Matcher needs = NEEDS.matcher(line);
        Matcher joined = JOINED.matcher(line);
        if (line.equals("at least one")) {
            section.atLeastOne = true;
        } else if (one.matches()) {
            section.exactlyOne = List.of(one.group(1).split(",\\s*"));
        } else if (needs.matches()) {
            section.needs.put(needs.group(1), needs.group(2));
        } else if (joined.matches()) {
            section.choice = Optional.of(joined.group(1));
        } else {
            return false;
        }
        return true;
    }

    private boolean others(String line) {
        Matcher others = OTHERS.matcher(line);
        if (!others.matches() || section.others.isPresent()) {
            return false;
        }
        String key = others.group(1).strip();
        section.others = Optional.of(new OtherKeys(
                key.isEmpty() ? ValueType.Plain.TEXT : TypeText.read(key),
                TypeText.read(others.group(2).strip()),
                others.group(3).strip()));
        return true;
    }

    private boolean option(String line) {
        Matcher key = KEY.matcher(line);
        if (!key.matches()) {
            return others(line);
        }
        String name = key.group(1).strip();
        String type = key.group(3).strip();
        boolean alone = type.equals("alone") || type.startsWith("alone or ");
        String parameter = alone ? type.replaceFirst("alone( or )?", "") : type;
        Optional<ValueType> below = parameter.isEmpty() ? Optional.empty() : Optional.of(TypeText.read(parameter));
        return section.options.put(
                        name, new Choice.Option(name, alone, below, key.group(4).strip()))
                == null;
    }

    private void close() {
        Section s = section;
        if (s.sort.equals("shape")) {
            shapes.put(
                    s.name,
                    new Shape(
                            s.name,
                            s.subject,
                            s.description,
                            s.keys,
                            s.others,
                            s.choice,
                            s.needs,
                            s.exactlyOne,
                            s.atLeastOne));
        } else if (s.sort.equals("choice")) {
            choices.put(s.name, new Choice(s.name, s.subject, s.description, s.options, s.others));
        }
    }
}
