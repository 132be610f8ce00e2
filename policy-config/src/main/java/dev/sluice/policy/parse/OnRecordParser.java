package dev.sluice.policy.parse;

import dev.sluice.policy.diagnostic.NearestName;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.OnRecord;
import dev.sluice.policy.model.WrittenCustomer;
import dev.sluice.policy.shape.BundleShapes;
import dev.sluice.policy.vocabulary.Channels;
import dev.sluice.policy.vocabulary.Purposes;
import dev.sluice.policy.yaml.YamlExpectation;
import dev.sluice.policy.yaml.YamlFields;
import dev.sluice.policy.yaml.YamlMap;
import dev.sluice.policy.yaml.YamlNode;
import dev.sluice.policy.yaml.YamlScalar;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Parses what is on record of customers: {@code consents} and {@code facts} of a test, or of a file beside a bundle. */
public final class OnRecordParser {

    private static final List<String> STATES =
            List.of("given", "renewed", "refused", "withdrawn", "objected", "invalidated", "requested", "pending");

    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]*");

    private final Problems problems;
    private final YamlExpectation expect;
    private final ScalarParser scalars;
    private final RecordedFactsParser facts;
    private final Set<String> withFacts = new HashSet<>();

    private OnRecordParser(Problems problems, RecordedFactsParser.Unreadable unreadable) {
        this.problems = problems;
        this.expect = new YamlExpectation(problems);
        this.scalars = new ScalarParser(problems);
        this.facts = new RecordedFactsParser(problems, unreadable);
    }

    /** For a test, which may ask what becomes of facts that nobody can read: they are a warning. */
    static OnRecordParser ofTest(Problems problems) {
        return new OnRecordParser(problems, problems::warning);
    }

    /** For a file of its own, where a fact that nobody can read is an error. All its documents are for one parser. */
    public static OnRecordParser ofFile(Problems problems) {
        return new OnRecordParser(problems, problems::error);
    }

    /** A document of a file of its own: nothing else may stand in it. */
    public OnRecord file(YamlNode document) {
        Optional<YamlMap> map = expect.map(document, "the file");
        if (map.isEmpty()) {
            return OnRecord.NOTHING;
        }
        YamlFields fields = new YamlFields(map.get(), BundleShapes.shape("on-record"), problems);
        OnRecord onRecord = parse(fields);
        fields.rejectOthers();
        return onRecord;
    }

    OnRecord parse(YamlFields fields) {
        List<OnRecord.Consent> consents = fields.list("consents").stream()
                .flatMap(node -> expect.map(node, "a consent").stream())
                .flatMap(map -> consent(map).stream())
                .toList();
        List<OnRecord.Facts> known = fields.node("facts").flatMap(node -> expect.map(node, "`facts`")).stream()
                .flatMap(map -> map.entries().stream())
                .flatMap(entry -> expect.map(entry.value(), "the facts of a customer").stream()
                        .map(map -> facts.parse(ofFacts(entry.name()), map)))
                .toList();
        return new OnRecord(consents, known);
    }

    private Optional<OnRecord.Consent> consent(YamlMap map) {
        YamlFields fields = new YamlFields(map, BundleShapes.shape("recorded-consent"), problems);
        Named customer =
                fields.requiredNode("customer").map(this::customer).orElseGet(() -> Named.missing(map.location()));
        Named purpose = ScalarParser.required(fields, "purpose");
        Named channel = fields.text("channel").map(ScalarParser::named).orElse(null);
        Named partner = fields.text("partner").map(ScalarParser::named).orElse(null);
        Optional<String> state = fields.requiredText("state").flatMap(text -> scalars.oneOf(text, "`state`", STATES));
        Instant at = fields.text("at").flatMap(this::instant).orElse(null);
        boolean confirmed = fields.text("opt_in")
                .flatMap(text -> scalars.oneOf(text, "`opt_in`", List.of("single", "double")))
                .map("double"::equals)
                .orElse(false);
        boolean guardian = fields.node("by_guardian")
                .flatMap(node -> expect.flag(node, "`by_guardian`"))
                .orElse(false);
        String wording = fields.text("wording").map(YamlScalar::text).orElse(null);
        Instant expires = fields.text("expires").flatMap(this::instant).orElse(null);
        fields.rejectOthers();
        if (!purpose.isMissing() && !Purposes.known(purpose.name())) {
            unknown("unknown-purpose", "purpose", purpose, Purposes.names());
        }
        if (channel != null && !Channels.known(channel.name())) {
            unknown("unknown-channel", "channel", channel, Channels.names());
        }
        return state.map(word -> new OnRecord.Consent(
                customer, purpose, channel, partner, word, at, confirmed, guardian, wording, expires));
    }

    private Named customer(YamlNode node) {
        boolean number = node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.NUMBER;
        Optional<YamlScalar> scalar = number ? Optional.of((YamlScalar) node) : expect.prose(node, "`customer`");
        return scalar.map(written -> customer(written, "`customer`")).orElseGet(() -> Named.missing(node.location()));
    }

    /** An id as it is written; a bare number stands for its digits. Nobody is looked for under another spelling. */
    private Named customer(YamlScalar written, String what) {
        if (written.kind() == YamlScalar.Kind.NUMBER
                && !WHOLE.matcher(written.text()).matches()) {
            problems.error(
                    "wrong-value",
                    written.location(),
                    what + " is a number with a fraction, an exponent or a needless sign (expected: text or a whole "
                            + "number)",
                    "put it in quotes if the document has that id as text; as a number it is the id of nobody");
        } else if (!WrittenCustomer.canBeFound(written.text())) {
            problems.error(
                    "wrong-value",
                    written.location(),
                    what + " begins or ends with a space, or with what cannot be seen (expected: neither)",
                    "write the id alone: nobody has one that begins or ends so");
        }
        return ScalarParser.named(written);
    }

    /** Facts stand once for each customer: of two spellings of one id nobody knows which to believe. */
    private Named ofFacts(YamlScalar written) {
        Named customer = customer(written, "a customer of `facts`");
        if (!withFacts.add(WrittenCustomer.canonical(customer.name()))) {
            problems.error(
                    "duplicate-key",
                    written.location(),
                    "the facts of one customer stand twice (expected: once)",
                    "upper and lower case make no other e-mail address; keep one");
        }
        return customer;
    }

    private void unknown(String code, String noun, Named word, List<String> known) {
        problems.error(
                code,
                word.location(),
                "unknown " + noun + " `" + word + "`",
                NearestName.help(word.name(), known, "see the reference for the known ones"));
    }

    private Optional<Instant> instant(YamlScalar scalar) {
        try {
            return Optional.of(Instant.parse(scalar.text()));
        } catch (DateTimeParseException e) {
            problems.error(
                    "invalid-instant",
                    scalar.location(),
                    "this is no instant (expected: such as `2026-11-21T10:00:00Z`)",
                    null);
            return Optional.empty();
        }
    }
}
