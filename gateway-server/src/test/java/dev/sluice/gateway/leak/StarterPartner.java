package dev.sluice.gateway.leak;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** A partner of the starter bundle, and what it may see unchanged: {@code starter/may-show.yaml}. */
record StarterPartner(String id, Map<String, Object> yaml) {

    static Stream<StarterPartner> all() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(StarterPartner.class.getResourceAsStream("/starter/may-show.yaml"))) {
            Object root = new Load(LoadSettings.builder().build()).loadFromInputStream(in);
            return map(root).entrySet().stream()
                    .map(entry -> new StarterPartner(entry.getKey(), map(entry.getValue())))
                    .toList()
                    .stream();
        }
    }

    String purpose() {
        return String.valueOf(yaml.get("purpose"));
    }

    /** Whether this leaf of this record may show in what the partner gets. */
    boolean maySee(Leaf leaf, Truth truth) {
        if (!yaml.containsKey("like")) {
            return maySeeByKind("kinds", leaf, truth)
                    || coarse(leaf) && maySeeByKind("coarse", leaf, truth)
                    || yaml.containsKey("order_number")
                            && truth.kind(leaf.absolute(truth.records())).equals("id")
                            && truth.allowance("paketblitz").everLeavesAsIs(leaf);
        }
        Truth.Allowance like = truth.allowance(String.valueOf(yaml.get("like")));
        return like.leavesAsIs(leaf) || like.records().contains(leaf.record()) && maySeeByKind("also", leaf, truth);
    }

    /** Whether it may show from some record, whoever the customer is. */
    boolean mayEverSee(Leaf leaf, Truth truth) {
        Object like = yaml.get("like");
        return like == null
                ? maySee(leaf, truth)
                : truth.allowance(String.valueOf(like)).everLeavesAsIs(leaf) || maySeeByKind("also", leaf, truth);
    }

    /** Whether it may see what others call by this category. */
    boolean mayEverSee(String category) {
        return yaml.get("categories") instanceof List<?> categories && categories.contains(category);
    }

    private boolean maySeeByKind(String list, Leaf leaf, Truth truth) {
        String path = leaf.absolute(truth.records());
        return yaml.get(list) instanceof List<?> kinds
                && kinds.stream()
                        .map(String::valueOf)
                        .anyMatch(kind -> matches(kind, truth.kind(path), leaf.path() + leaf.selected()));
    }

    /** An amount that says no more than its tens do, an address that says no more than its network. */
    private static boolean coarse(Leaf leaf) {
        return leaf.text().matches("-?(\\d*0)(\\.0*)?|(\\d+\\.){3}0");
    }

    private static boolean matches(String wanted, String kind, String path) {
        String[] parts = wanted.split("/", 2);
        return parts[0].equals(kind)
                && (parts.length == 1 || path.toLowerCase(Locale.ROOT).contains(parts[1]));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    @Override
    public String toString() {
        return id;
    }
}
