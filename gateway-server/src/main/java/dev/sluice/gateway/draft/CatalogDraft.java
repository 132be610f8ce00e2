package dev.sluice.gateway.draft;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes a draft catalog from sample documents of one shape. What it cannot classify stands there as a comment, so
 * that the draft lets
 * out less than it might, never more; and it shares nothing by itself, since only policies do.
 */
public final class CatalogDraft {

    private final NameGuess names = NameGuess.shipped();
    private final ShapeReader reader = new ShapeReader();
    private final List<String> lines = new ArrayList<>();
    private int samples;

    /**
     * Takes another sample.
     *
     * @throws tools.jackson.core.JacksonException if it is no JSON; its message may quote the document
     */
    public void add(InputStream document) {
        reader.read(document);
        samples++;
    }

    /** The catalog as YAML. @param id its id */
    public String yaml(String id) {
        lines.clear();
        Shape root = reader.shape(names);
        List<Records.Place> records = Records.in(root, names);
        lines.add("# A draft, made from " + samples + (samples == 1 ? " sample" : " samples")
                + ", by what members are called and what their values look like.");
        lines.add(
                "# Read every line: is it about the customer, or about somebody else (`subject:`)? Then decide the rest.");
        lines.add("kind: Catalog");
        lines.add("id: " + id);
        if (records.isEmpty()) {
            lines.add("# No place was found that speaks of a person.");
        } else {
            lines.add("records:");
            bySameShape(records).forEach(this::record);
        }
        document(root, records);
        return String.join("\n", lines) + "\n";
    }

    private static Map<Shape, Records.Place> bySameShape(List<Records.Place> records) {
        Map<Shape, Records.Place> first = new LinkedHashMap<>();
        records.forEach(place -> first.putIfAbsent(place.shape(), place));
        return first;
    }

    private void record(Shape shape, Records.Place place) {
        Leaves leaves = Leaves.below(shape, List.of());
        lines.add("  - at: " + DraftText.path(place.path()));
        if (place.named()) {
            lines.add("    name: user.unique_id   # decide: what its own name is");
        }
        lines.addAll(CustomerDraft.lines(leaves.scalars(), names, "    "));
        List<Leaf> undecided = new ArrayList<>();
        List<String> fields = new ArrayList<>();
        leaves.dataNames()
                .forEach(leaf -> fields.add(DraftText.path(leaf.path()) + ": { name: "
                        + (leaf.shape().looks().contains(Look.EMAIL)
                                ? "user.contact.email }"
                                : "user.unique_id }   # decide: what the names are")));
        for (Leaf leaf : leaves.scalars()) {
            category(leaf, leaves.scalars())
                    .ifPresentOrElse(
                            found -> fields.add(
                                    DraftText.path(leaf.path()) + ": " + found + DraftText.whose(leaf, found)),
                            () -> undecided.add(leaf));
        }
        if (!fields.isEmpty()) {
            lines.add("    fields:");
            fields.forEach(field -> lines.add("      " + field));
        } else if (!undecided.isEmpty()) {
            lines.add("    # fields:   # with the first of those that you decide");
        }
        undecided.forEach(leaf -> lines.add("      " + DraftText.undecided(leaf)));
    }

    private Optional<String> category(Leaf leaf, List<Leaf> leaves) {
        if (leaf.isStateOfConsent(leaves)) {
            return Optional.of("user.privacy_preferences");
        }
        return leaf.path().endsWith("*") ? Optional.empty() : leaf.category(names);
    }

    /** Outside records only what is nobody's may be catalogued: the rest is left to be decided. */
    private void document(Shape root, List<Records.Place> records) {
        List<Leaf> leaves = Leaves.below(
                        root, records.stream().map(Records.Place::shape).toList())
                .scalars();
        List<String> fields = new ArrayList<>();
        List<Leaf> undecided = new ArrayList<>();
        boolean whole = records.stream().anyMatch(place -> place.path().equals("$"));
        for (Leaf leaf : whole ? List.<Leaf>of() : leaves) {
            Optional<String> category = leaf.repeated() ? Optional.empty() : names.category(leaf.parent(), leaf.name());
            category.filter(found -> found.startsWith("system.") || found.startsWith("x.page"))
                    .ifPresentOrElse(
                            found -> fields.add(DraftText.path(leaf.path()) + ": " + found), () -> undecided.add(leaf));
        }
        if (!fields.isEmpty()) {
            lines.add("document:");
            fields.forEach(field -> lines.add("  " + field));
        } else if (!undecided.isEmpty()) {
            lines.add("# document:   # with the first of those that you decide; what is somebody's needs `records`");
        }
        undecided.forEach(leaf -> lines.add("  " + DraftText.undecided(leaf)));
    }
}
