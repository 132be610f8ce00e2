package dev.sluice.policy.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.field.RecordVerdict;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.form.CustomerHandle;
import dev.sluice.policy.form.KeyChange;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.Catalog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One person has one handle for one partner, in the shape of every example catalog, and another for another partner. */
class ExampleHandlesTest {

    private static final Path EXAMPLE = Path.of("../docs/examples/shop");
    private static final String PURPOSE = "analytics.reporting";
    private static final ThrowawayKeys KEYS = new ThrowawayKeys();

    @Test
    void theHandleDependsOnThePersonAndThePartnerAlone() {
        // Given
        Set<String> ofOne = new HashSet<>();
        Set<String> ofOther = new HashSet<>();
        int catalogs = 0;

        // When
        for (Path file : catalogFiles()) {
            Map<String, String> one = handles(file, "one");
            Map<String, String> other = handles(file, "other");
            catalogs += one.isEmpty() ? 0 : 1;
            ofOne.addAll(one.values());
            ofOther.addAll(other.values());

            // Then
            one.forEach((customer, handle) -> assertThat(handle).isEqualTo(expected(customer, "one")));
            other.forEach((customer, handle) -> assertThat(handle).isEqualTo(expected(customer, "other")));
        }
        assertThat(catalogs).isGreaterThan(8);
        assertThat(ofOne).isNotEmpty().doesNotContainAnyElementsOf(ofOther);
    }

    /** The handles in what leaves of a catalog's sample, by customer. */
    private static Map<String, String> handles(Path file, String partner) {
        Problems problems = new Problems();
        Bundle bundle = Bundles.parse(problems, read(file));
        Catalog catalog = bundle.catalogs().get(0);
        boolean known = catalog.records().stream()
                .anyMatch(record -> !record.customer().ids().isEmpty());
        Path sample = EXAMPLE.resolve("samples").resolve(catalog.id() + ".json");
        if (!known || !Files.exists(sample)) {
            return Map.of();
        }
        Object document = TinyJson.parse(read(sample));
        Disclosure disclosure = point(read(file) + rules(catalog.id().name(), partner))
                .open(new DisclosureRequest(partner, PURPOSE, catalog.id().name(), Bundles.NOW));
        Map<String, String> handles = new HashMap<>();
        List<String> written = new ArrayList<>();
        collect(TreeEngine.filter(disclosure, document), written);
        for (RecordVerdict verdict : TreeEngine.verdicts(disclosure, document)) {
            String customer = verdict.context().customer();
            if (verdict.decisions().leaves() && customer != null) {
                String handle = expected(customer, partner);
                if (written.contains(handle)) {
                    handles.put(customer, handle);
                }
            }
        }
        assertThat(new HashSet<>(written)).as("handles of %s", catalog.id()).isEqualTo(new HashSet<>(handles.values()));
        return handles;
    }

    private static String expected(String customer, String partner) {
        KeyRing.Key key = KEYS.only();
        Scalar handle = new CustomerHandle(key, KeyChange.AT_ONCE, partner)
                .apply(
                        Scalar.string("anything"),
                        new dev.sluice.policy.field.RecordContext(Bundles.NOW, partner, null, customer));
        assertThat(handle).isNotNull();
        return handle.text();
    }

    private static String rules(String catalog, String partner) {
        return """

                ---
                kind: Partner
                id: PARTNER
                role: analytics
                countries: [DE]
                purposes: [analytics.reporting]
                ---
                kind: Policy
                id: p
                partners: { ids: [PARTNER] }
                catalogs: [CATALOG]
                purpose: analytics.reporting
                basis: contract
                share: [{ customer: pseudonym }]
                """.replace("PARTNER", partner).replace("CATALOG", catalog);
    }

    private static DecisionPoint point(String yaml) {
        Problems problems = new Problems();
        PolicyVersion version = new PolicyVersion("0".repeat(64), "0".repeat(64));
        return BundleCompiler.compile(Bundles.parse(problems, yaml), version, KEYS, problems)
                .orElseThrow(() -> new AssertionError(problems.sorted()));
    }

    private static void collect(Object value, Collection<String> handles) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(member -> collect(member, handles));
        } else if (value instanceof List<?> list) {
            list.forEach(element -> collect(element, handles));
        } else if (value instanceof String text && text.startsWith("throwaway.")) {
            handles.add(text);
        }
    }

    private static List<Path> catalogFiles() {
        try (Stream<Path> files = Files.list(EXAMPLE.resolve("catalogs"))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
