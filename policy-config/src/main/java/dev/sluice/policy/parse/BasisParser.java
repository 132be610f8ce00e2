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

/** Parses the legal ground of a policy or rule. */
final class BasisParser {

    private static final List<String> NAMES = BundleShapes.choice("basis").words();

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
        return switch (name) {
            case "contract" -> Optional.of(new Basis.Contract(location));
            case "legal_obligation" -> Optional.of(new Basis.LegalObligation(location));
            case "legitimate_interest" -> Optional.of(new Basis.LegitimateInterest(location));
            case "soft_opt_in" -> Optional.of(new Basis.SoftOptIn(location));
            case "consent" -> Optional.of(new Basis.OfConsent(ConsentRequirement.any(), location));
            default -> {
                problems.error(
                        "unknown-basis",
                        location,
                        "unknown basis `" + name + "`",
                        NearestName.help(name, NAMES, "known bases are `" + String.join("`, `", NAMES) + "`"));
                yield Optional.empty();
            }
        };
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
