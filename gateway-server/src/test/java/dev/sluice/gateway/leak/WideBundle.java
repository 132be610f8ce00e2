package dev.sluice.gateway.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Bundles whose one policy shares all there is with Mailwerk, over a catalog that is made from a document. */
final class WideBundle {

    private static final String POLICY = """
            kind: Partner
            id: mailwerk
            role: email_marketer
            countries: [DE]
            purposes: [marketing.communications.email]
            ---
            kind: Policy
            id: everything
            owner: test@shop.example
            why: A test shares all that is catalogued
            review_by: 2030-01-01
            partners:
              ids: [mailwerk]
            catalogs: [%s]
            purpose: marketing.communications.email
            basis: legal_obligation
            share:
              - user
              - x.order
              - system
            document: [system]
            """;

    private WideBundle() {}

    /** A catalog that names every leaf of the document. */
    static Path ofEveryLeaf(Path directory, Sample sample) {
        Set<String> inRecords = new TreeSet<>();
        Set<String> outside = new TreeSet<>();
        JsonNode root = new ObjectMapper().readTree(new String(sample.json(), StandardCharsets.UTF_8));
        collect(root, "$", sample.truth().records(), "", inRecords, outside);
        StringBuilder yaml = new StringBuilder(head(sample));
        yaml.append("    fields:\n");
        inRecords.forEach(path -> yaml.append("      ").append(quoted(path)).append(": user.contact.email\n"));
        if (!outside.isEmpty()) {
            yaml.append("document:\n");
            outside.forEach(path -> yaml.append("  ").append(quoted(path)).append(": system.operations\n"));
        }
        return write(directory, sample, yaml.toString());
    }

    /** A catalog that knows where records are and nothing else. */
    static Path ofRecordsAlone(Path directory, Sample sample) {
        return write(directory, sample, head(sample));
    }

    /** A catalog that knows nothing at all. */
    static Path ofNothing(Path directory, Sample sample) {
        return write(directory, sample, "kind: Catalog\nid: " + sample.catalog() + "\n");
    }

    private static String head(Sample sample) {
        String names = sample.truth().records().endsWith(".*") ? "    name: user.contact.email\n" : "";
        return "kind: Catalog\nid: " + sample.catalog() + "\nrecords:\n  - at: \""
                + sample.truth().records() + "\"\n" + names;
    }

    private static Path write(Path directory, Sample sample, String catalog) {
        try {
            Files.writeString(directory.resolve("catalog.yaml"), catalog);
            Files.writeString(directory.resolve("policy.yaml"), POLICY.formatted(sample.catalog()));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(
            JsonNode node, String absolute, String records, String relative, Set<String> inside, Set<String> outside) {
        String at = absolute.equals(records) ? "$" : relative;
        boolean recorded = at.startsWith("$");
        Set<String> into = recorded ? inside : outside;
        if (node.isObject() && !node.isEmpty()) {
            boolean data = !recorded && records.equals(absolute + ".*");
            node.properties().forEach(member -> {
                String step = data ? ".*" : step(member.getKey());
                collect(member.getValue(), absolute + step, records, at + step, inside, outside);
            });
        } else if (node.isArray() && !node.isEmpty()) {
            node.forEach(element -> collect(element, absolute + "[*]", records, at + "[*]", inside, outside));
        } else {
            String leaf = at + (node.isObject() ? ".nothing" : node.isArray() ? "[*]" : "");
            into.add(recorded ? leaf.substring(1).replaceFirst("^\\.", "") : leaf.replaceFirst("^\\.", ""));
        }
    }

    private static String step(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*") ? "." + name : "['" + name + "']";
    }

    private static String quoted(String path) {
        return "\"" + path + "\"";
    }
}
