package dev.sluice.policy.vocabulary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntBinaryOperator;

/**
 * The ages of every {@link AgeTable} by country, each from its day on: the shipped ones, and those that a bundle puts in
 * their place. A country without an entry, and a day before a country's first, count as the table's own age. Immutable.
 */
public final class AgeTables {

    private static final AgeTables SHIPPED = new AgeTables(read());

    private final Map<AgeTable, Map<String, TreeMap<LocalDate, Integer>>> ages;

    private AgeTables(Collection<Entry> entries) {
        this.ages = new EnumMap<>(AgeTable.class);
        for (AgeTable table : AgeTable.values()) {
            ages.put(table, new HashMap<>());
        }
        for (Entry entry : entries) {
            of(entry.table())
                    .computeIfAbsent(entry.country(), code -> new TreeMap<>())
                    .put(entry.from(), entry.age());
        }
    }

    /** One age of one country. @param country an alpha-2 code in capitals @param from the first day */
    public record Entry(AgeTable table, String country, int age, LocalDate from) {}

    public static AgeTables shipped() {
        return SHIPPED;
    }

    /** These, where all that others say of a country in a table replaces what these say of it. */
    public AgeTables with(Collection<Entry> others) {
        List<Entry> all = new ArrayList<>(others);
        ages.forEach((table, byCountry) -> byCountry.forEach((country, dated) -> {
            if (others.stream()
                    .noneMatch(
                            other -> other.table() == table && other.country().equals(country))) {
                dated.forEach((from, age) -> all.add(new Entry(table, country, age, from)));
            }
        }));
        return new AgeTables(all);
    }

    /** The age in a country on a day. @param country an alpha-2 code in capitals */
    public int age(AgeTable table, String country, LocalDate day) {
        TreeMap<LocalDate, Integer> dated = of(table).get(country);
        return dated == null ? table.otherwise() : at(table, dated, day);
    }

    /** The lowest age anywhere on a day: what an unknown country may mean at least. */
    public int lowest(AgeTable table, LocalDate day) {
        return over(table, day, Math::min);
    }

    /** The highest age anywhere on a day: what an unknown country may mean at most. */
    public int highest(AgeTable table, LocalDate day) {
        return over(table, day, Math::max);
    }

    /** The countries that have an entry. */
    public SortedSet<String> countries(AgeTable table) {
        return new TreeSet<>(of(table).keySet());
    }

    /** The days from which on some country's age is another than the day before. */
    public SortedSet<LocalDate> changes(AgeTable table) {
        SortedSet<LocalDate> days = new TreeSet<>();
        of(table).values().forEach(dated -> days.addAll(dated.keySet()));
        return days;
    }

    private Map<String, TreeMap<LocalDate, Integer>> of(AgeTable table) {
        return ages.getOrDefault(table, Map.of());
    }

    private int over(AgeTable table, LocalDate day, IntBinaryOperator pick) {
        return of(table).values().stream()
                .mapToInt(dated -> at(table, dated, day))
                .reduce(table.otherwise(), pick);
    }

    private static int at(AgeTable table, TreeMap<LocalDate, Integer> dated, LocalDate day) {
        Map.Entry<LocalDate, Integer> entry = dated.floorEntry(day);
        return entry == null ? table.otherwise() : entry.getValue();
    }

    private static List<Entry> read() {
        List<Entry> entries = new ArrayList<>();
        for (String line : WordList.read("ages.txt")) {
            String[] words = line.split(" ");
            AgeTable table = words[1].equals("digital") ? AgeTable.DIGITAL_CONSENT : AgeTable.MAJORITY;
            entries.add(new Entry(table, words[0], Integer.parseInt(words[2]), LocalDate.parse(words[3])));
        }
        return entries;
    }
}
