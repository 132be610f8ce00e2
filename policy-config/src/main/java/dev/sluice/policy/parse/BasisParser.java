package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.model.Basis;
import dev.sluice.policy.model.Basis.ConsentRequirement;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Parses the legal ground of a policy or rule. */
final class BasisParser {

    private static final List<String> NAMES = BundleShapes.choice("basis").words();

    /** The grounds as their words alone say them: one line for each. */
    private static final List<Function<SourceLocation, Basis>> ALONE = List.of(
            location -> new Basis.OfConsent(ConsentRequirement.any(), location),
            Basis.Contract::new,
            Basis.LegalObligation::new,
            Basis.LegitimateInterest::new,
            Basis.SoftOptIn::new);

    private final Problems problems;
    private final YamlExpectation expect;
    private final ScalarParser scalars;

    BasisParser(Problems problems) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
    }

    Optional<Basis> parse(YamlNode node) {
        if (node instanceof YamlMap map && map.entries().size() == 1) {
            YamlMap.Entry entry = map.entries().get(0);
            if (entry.key().equals("consent")) {
                return expect.map(entry.value(), "`consent`")
                        .map(consent -> new Basis.OfConsent(consent(consent), entry.location()));
            }
            return named(entry.key(), entry.location(), true);
        }
        if (node instanceof YamlScalar scalar && scalar.isText()) {
            return named(scalar.text(), scalar.location(), false);
        }
        problems.error(
                "wrong-type",
                node.location(),
                "`basis` is " + node.kindName() + " (expected: its name, or `consent` with what must be agreed to)",
                null);
        return Optional.empty();
    }

    private Optional<Basis> named(String name, SourceLocation location, boolean parameters) {
        if (parameters && NAMES.contains(name)) {
            problems.error("wrong-type", location, "the basis `" + name + "` has no parameters", "write it alone");
            return Optional.empty();
        }
        Optional<Basis> basis = ALONE.stream()
                .map(ground -> ground.apply(location))
                .filter(ground -> ground.word().equals(name))
                .findFirst();
        if (basis.isEmpty()) {
            problems.error(
                    "unknown-basis",
                    location,
                    "unknown basis `" + name + "`",
                    NearestName.help(name, NAMES, "known bases are `" + String.join("`, `", NAMES) + "`"));
        }
        return basis;
    }

    /** What must have been agreed to: the same in a basis and in a condition. */
    ConsentRequirement consent(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("consent-terms"), problems);
        Named purpose = fields.text("purpose").map(ScalarParser::named).orElse(null);
        Named channel = fields.text("channel").map(ScalarParser::named).orElse(null);
        boolean confirmed = fields.text("opt_in")
                .flatMap(text -> scalars.oneOf(text, "`opt_in`", List.of("any", "double")))
                .map("double"::equals)
                .orElse(false);
        List<Named> wordings = ScalarParser.named(fields.texts("wording"));
        boolean namesPartner = fields.flag("names_partner").orElse(false);
        Period maxAge = fields.text("max_age")
                .flatMap(text -> scalars.period(text, "`max_age`"))
                .orElse(null);
        fields.node("wording")
                .filter(node -> expect.oneOrMany(node).isEmpty())
                .ifPresent(node -> problems.error(
                        "wrong-value", node.location(), "`wording` is empty (expected: at least one)", null));
        fields.rejectOthers();
        return new ConsentRequirement(purpose, channel, confirmed, wordings, namesPartner, maxAge, false);
    }
}
