package dev.sluice.policy.world;

import dev.sluice.policy.compile.PlanView;
import dev.sluice.policy.condition.FactTest;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.model.FactValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a fact of the record may hold: any of the values that tests tell apart, several of them, and whether these
 * are all. Values that
 * are in the same lists are one.
 */
final class RecordFactCells {

    private static final int MOST = 10;

    private RecordFactCells() {}

    static List<Cell> of(String name, List<FactTest> tests, PlanView view) throws TooManyWorldsException {
        List<Cell> cells = new ArrayList<>();
        if (view.fact(name) >= 0) {
            List<Scalar> values = view.number(view.fact(name)) ? numbers(tests) : texts(tests);
            if (values.size() > MOST) {
                throw new TooManyWorldsException("fact `" + name + "` (more than 2^" + MOST + " combinations)");
            }
            for (int some = 0; some < 1 << values.size(); some++) {
                List<Scalar> held = held(values, some);
                String words = "whose `" + name + "` " + (held.isEmpty() ? "is none" : "is " + words(held));
                cells.add(Cell.of(words, (one, sketch) -> sketch.fact(one.fact(name), held, true)));
                cells.add(Cell.of(
                        words + " or also something unknown",
                        (one, sketch) -> sketch.fact(one.fact(name), held, false)));
            }
        }
        cells.add(Cell.of("whose `" + name + "` is unknown", sketch -> {}));
        return cells;
    }

    private static List<Scalar> held(List<Scalar> values, int some) {
        List<Scalar> held = new ArrayList<>();
        for (int k = 0; k < values.size(); k++) {
            if ((some & 1 << k) != 0) {
                held.add(values.get(k));
            }
        }
        return held;
    }

    private static String words(List<Scalar> held) {
        return String.join(
                " and ",
                held.stream()
                        .map(value -> value.text().startsWith("\u0000") ? "another" : "`" + value.text() + "`")
                        .toList());
    }

    /** One text for each set of lists that it may be in, and one that is in none. */
    private static List<Scalar> texts(List<FactTest> tests) {
        Map<Set<Integer>, String> kinds = new LinkedHashMap<>();
        kinds.put(Set.of(), "\u0000another");
        Map<String, Set<Integer>> lists = new LinkedHashMap<>();
        for (int k = 0; k < tests.size(); k++) {
            for (FactValue value : tests.get(k).values()) {
                lists.computeIfAbsent(value.text(), key -> new LinkedHashSet<>())
                        .add(k);
            }
        }
        lists.forEach((text, in) -> kinds.putIfAbsent(in, text));
        return kinds.values().stream().map(Scalar::string).toList();
    }

    /** Every number that a test names, one between each two, and one on either side. */
    private static List<Scalar> numbers(List<FactTest> tests) {
        Set<BigDecimal> named = new TreeSet<>();
        for (FactTest test : tests) {
            test.values().forEach(value -> named.add(new BigDecimal(value.text().strip())));
            test.bound().ifPresent(named::add);
        }
        return Cells.between(named).stream()
                .map(number -> Scalar.number(number.toPlainString()))
                .toList();
    }
}
