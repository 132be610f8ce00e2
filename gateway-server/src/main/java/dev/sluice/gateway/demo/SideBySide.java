package dev.sluice.gateway.demo;

import dev.sluice.policy.decision.Reason;
import dev.sluice.policy.diagnostic.SourceLocation;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints what the shop holds, what a partner sees and why, in 100 columns: the first record that leaves in full, the
 * others in a line each. Neighbours that stay share a line.
 */
final class SideBySide {

    private static final int FIELD = 31;
    private static final int VALUE = 22;
    private static final int WIDTH = 100;

    private final PrintStream out;
    private final Colours colours;
    private final Set<Reason.Cause> causes = EnumSet.noneOf(Reason.Cause.class);

    SideBySide(PrintStream out, Colours colours) {
        this.out = out;
        this.colours = colours;
    }

    void heading(String text) {
        out.println();
        out.println(colours.bold(text));
        out.println("─".repeat(WIDTH));
    }

    /** @param partner the name over the partner's column */
    void print(String partner, List<Fate> fates) {
        out.println(colours.bold(line("field", "the shop holds", partner + " sees", "why")));
        Map<Integer, List<Fate>> records = new LinkedHashMap<>();
        fates.forEach(fate ->
                records.computeIfAbsent(fate.record(), key -> new ArrayList<>()).add(fate));
        boolean shown = false;
        for (Map.Entry<Integer, List<Fate>> record : records.entrySet()) {
            boolean leaves = record.getValue().stream().anyMatch(fate -> !fate.stays());
            if (record.getKey() < 0) {
                rows(record.getValue());
            } else if (leaves && !shown) {
                shown = true;
                rows(record.getValue());
            } else {
                summary(record.getKey(), record.getValue(), leaves);
            }
        }
    }

    /** What the words in the last column mean, for those that were used. */
    void legend() {
        out.println();
        out.println(colours.bold("The reasons"));
        for (Reason.Cause cause : causes) {
            out.println("  " + pad(cause.code(), 20) + cause.text());
        }
    }

    private void rows(List<Fate> fates) {
        for (int from = 0; from < fates.size(); ) {
            int to = alike(fates, from);
            if (to - from > 1) {
                group(fates.subList(from, to));
            } else if (!fates.get(from).stays() || holdsSomething(fates.get(from))) {
                row(fates.get(from));
            }
            from = to;
        }
    }

    /** The end of the run of values that stay and stand in one top-level member. */
    private static int alike(List<Fate> fates, int from) {
        Fate first = fates.get(from);
        int to = from + 1;
        while (first.stays()
                && to < fates.size()
                && fates.get(to).stays()
                && top(fates.get(to)).equals(top(first))) {
            to++;
        }
        return to;
    }

    private static String top(Fate fate) {
        return fate.path().replaceFirst("[.\\[].*", "");
    }

    private static boolean holdsSomething(Fate fate) {
        return !fate.held().equals("null") && !fate.held().equals("\"\"");
    }

    private void group(List<Fate> fates) {
        long holding = fates.stream().filter(SideBySide::holdsSomething).count();
        if (holding > 0) {
            String values = holding + (holding == 1 ? " value" : " values");
            List<String> whys = fates.stream().map(this::why).distinct().toList();
            String reasons = whys.size() == 1 ? whys.get(0) : codes(fates);
            out.println(colours.dim(line(top(fates.get(0)) + " …", values, "–", reasons)));
        }
    }

    private static String codes(List<Fate> fates) {
        String codes = fates.stream()
                .map(fate -> fate.reason().cause().code())
                .distinct()
                .collect(Collectors.joining(", "));
        return pad(codes, WIDTH - FIELD - 2 * VALUE).stripTrailing();
    }

    private void row(Fate fate) {
        String seen = fate.seen() == null ? "–" : fate.seen();
        String text = line(fate.path(), fate.held(), seen, why(fate));
        if (fate.stays()) {
            out.println(colours.dim(text));
        } else {
            out.println(fate.changed() ? colours.changed(text) : colours.shared(text));
        }
    }

    private void summary(int record, List<Fate> fates, boolean leaves) {
        long shared = fates.stream().filter(fate -> !fate.stays()).count();
        if (leaves) {
            String text = shared + " of " + fates.size() + " values leave";
            out.println(colours.shared("record " + (record + 1) + ": " + text));
        } else {
            out.println(colours.dim("record " + (record + 1) + ": stays whole — " + why(fates.get(0))));
        }
    }

    private String why(Fate fate) {
        Reason reason = fate.reason();
        causes.add(reason.cause());
        SourceLocation place = reason.location();
        String rule = place == null ? "" : " " + place.file().replaceFirst(".*/", "") + ":" + place.line();
        return reason.cause().code() + rule;
    }

    private static String line(String field, String held, String seen, String why) {
        return (pad(tail(field), FIELD) + pad(held, VALUE) + pad(seen, VALUE) + why).stripTrailing();
    }

    /** The end of a path says more than its beginning. */
    private static String tail(String path) {
        return path.length() < FIELD ? path : "…" + path.substring(path.length() - FIELD + 2);
    }

    /** Exactly {@code width} columns, the last of them blank. */
    private static String pad(String text, int width) {
        int length = text.codePointCount(0, text.length());
        if (length < width) {
            return text + " ".repeat(width - length);
        }
        return text.substring(0, text.offsetByCodePoints(0, width - 2)) + "… ";
    }
}
