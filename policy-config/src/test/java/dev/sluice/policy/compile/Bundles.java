package dev.sluice.policy.compile;

import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.Disclosure;
import dev.sluice.policy.decision.KnownCustomers;
import dev.sluice.policy.decision.PolicyVersion;
import dev.sluice.policy.diagnostic.Problem;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.form.KeyRing;
import dev.sluice.policy.form.ThrowawayKeys;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.parse.BundleParser;
import dev.sluice.policy.validate.BundleValidator;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Bundles in a few words: YAML in, decisions out. */
final class Bundles {

    static final Instant NOW = Instant.parse("2026-06-15T12:00:00Z");

    private final DecisionPoint point;
    private Instant instant = NOW;
    private Set<String> callerRoles;
    private KnownCustomers known = KnownCustomers.NOBODY;

    private Bundles(DecisionPoint point) {
        this.point = point;
    }

    /** A bundle that must be free of errors. */
    static Bundles of(String... documents) {
        Problems problems = new Problems();
        Bundle model = parse(problems, documents);
        return new Bundles(BundleCompiler.compile(model, version(), new ThrowawayKeys(), problems)
                .orElseThrow(() -> new AssertionError(problems.sorted())));
    }

    static Bundles of(Bundle model) {
        Problems problems = new Problems();
        return new Bundles(BundleCompiler.compile(model, version(), new ThrowawayKeys(), problems)
                .orElseThrow(() -> new AssertionError(problems.sorted())));
    }

    /** The problems that compiling finds in a bundle whose words are good. */
    static List<Problem> problems(KeyRing keys, String... documents) {
        Problems problems = new Problems();
        Bundle model = parse(problems, documents);
        if (problems.hasErrors()) {
            throw new AssertionError(problems.sorted());
        }
        BundleCompiler.compile(model, version(), keys, problems);
        return problems.sorted();
    }

    static List<Problem> problems(String... documents) {
        return problems(new ThrowawayKeys(), documents);
    }

    static Bundle parse(Problems problems, String... documents) {
        List<YamlNode> nodes = new ArrayList<>();
        for (int k = 0; k < documents.length; k++) {
            byte[] bytes = documents[k].getBytes(StandardCharsets.UTF_8);
            nodes.addAll(
                    new YamlReader(problems).read("file" + k + ".yaml", bytes).documents());
        }
        Bundle model = new BundleParser(problems).parse(nodes);
        new BundleValidator(problems, LocalDate.of(2026, 6, 15)).validate(model, true);
        return model;
    }

    Bundles at(String when) {
        instant = Instant.parse(when);
        return this;
    }

    Bundles askedBy(Set<String> roles) {
        callerRoles = roles;
        return this;
    }

    Bundles knowing(KnownCustomers onRecord) {
        known = onRecord;
        return this;
    }

    Disclosure open(String partner, String purpose, String catalog) {
        return point.open(new DisclosureRequest(partner, purpose, catalog, instant, callerRoles, known));
    }

    Optional<Disclosure> shadow(String partner, String purpose, String catalog) {
        return point.openShadow(new DisclosureRequest(partner, purpose, catalog, instant, callerRoles, known));
    }

    Disclosure detailed(String partner, String purpose, String catalog) {
        return point.openDetailed(new DisclosureRequest(partner, purpose, catalog, instant, callerRoles, known));
    }

    /** What of a document reaches the partner `mailwerk` for its newsletter by the catalog `shop`. */
    String filter(String json) {
        return filter("mailwerk", "marketing.communications.email", "shop", json);
    }

    String filter(String partner, String purpose, String catalog, String json) {
        return TinyJson.write(TreeEngine.filter(open(partner, purpose, catalog), TinyJson.parse(json)));
    }

    private static PolicyVersion version() {
        return new PolicyVersion("0".repeat(64), "0".repeat(64));
    }
}
