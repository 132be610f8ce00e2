package dev.sluice.policy.vocabulary;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The regions that one bundle knows: the shipped ones, each as of its day, and those that the bundle declares.
 * {@code THIRD_COUNTRY} is every country outside the EEA (GDPR Art. 44), {@code ADEQUATE} those that a decision under
 * GDPR Art. 45 covers. Immutable.
 */
public final class Regions {

    private static final Regions SHIPPED = new Regions(read());

    private final Map<String, Region> byName;

    private Regions(Map<String, Region> byName) {
        this.byName = byName;
    }

    public static Regions shipped() {
        return SHIPPED;
    }

    /** These, and others that replace those of the same name. */
    public Regions with(Collection<Region> others) {
        Map<String, Region> all = new LinkedHashMap<>(byName);
        others.forEach(region -> all.put(region.name(), region));
        Region eea = all.get("EEA");
        if (eea != null && others.stream().noneMatch(region -> region.name().equals("THIRD_COUNTRY"))) {
            all.put("THIRD_COUNTRY", new Region("THIRD_COUNTRY", eea.members(), true));
        }
        return new Regions(all);
    }

    public boolean known(String region) {
        return byName.containsKey(region);
    }

    /** The names of all regions. */
    public List<String> names() {
        return List.copyOf(byName.keySet());
    }

    public Optional<Region> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** A region that is known to be there. */
    public Region region(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("no region is called `" + name + "`"));
    }

    private static Map<String, Region> read() {
        Map<String, List<Region.Member>> members = new LinkedHashMap<>();
        for (String line : WordList.read("regions.txt")) {
            String[] words = line.split(" ");
            members.computeIfAbsent(words[0], name -> new ArrayList<>())
                    .add(new Region.Member(words[1], day(words[2]), day(words[3]), words.length > 4));
        }
        Map<String, Region> regions = new LinkedHashMap<>();
        members.forEach((name, of) -> regions.put(name, new Region(name, of, false)));
        regions.put("THIRD_COUNTRY", new Region("THIRD_COUNTRY", members.getOrDefault("EEA", List.of()), true));
        return regions;
    }

    private static @Nullable LocalDate day(String text) {
        return text.equals("-") ? null : LocalDate.parse(text);
    }
}
