package dev.sluice.policy.repository;

import dev.sluice.policy.decision.KnownCustomer;
import dev.sluice.policy.decision.KnownCustomers;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.diagnostic.Problems;
import dev.sluice.policy.diagnostic.SourceLocation;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.model.CustomerNamespaces;
import dev.sluice.policy.model.FactValue;
import dev.sluice.policy.model.Named;
import dev.sluice.policy.model.OnRecord;
import dev.sluice.policy.model.WrittenCustomer;
import dev.sluice.policy.parse.OnRecordParser;
import dev.sluice.policy.yaml.YamlReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Customers that a test or a file says are on record. */
public final class CustomersOnRecord implements KnownCustomers {

    private final Map<String, KnownCustomer> byId = new HashMap<>();

    public CustomersOnRecord(OnRecord onRecord) {
        Map<String, List<KnownCustomer.Entry>> consents = new HashMap<>();
        onRecord.consents()
                .forEach(consent -> consents.computeIfAbsent(
                                WrittenCustomer.canonical(consent.customer().name()), id -> new ArrayList<>())
                        .add(entry(consent)));
        onRecord.facts()
                .forEach(facts -> byId.put(
                        WrittenCustomer.canonical(facts.customer().name()),
                        new KnownCustomer(
                                facts.facts(),
                                attributes(facts.attributes()),
                                consents.getOrDefault(
                                        WrittenCustomer.canonical(
                                                facts.customer().name()),
                                        List.of()))));
        consents.forEach((id, entries) -> byId.putIfAbsent(id, new KnownCustomer(Map.of(), Map.of(), entries)));
    }

    /**
     * Reads a file of {@code consents} and {@code facts}.
     *
     * @param namespaces which kinds of id the customers of documents have
     * @throws InvalidBundleException with every problem of the file
     */
    public static KnownCustomers read(Path file, CustomerNamespaces namespaces) throws InvalidBundleException {
        Problems problems = new Problems();
        String name = String.valueOf(file.getFileName());
        YamlReader.YamlFile read;
        try (InputStream in = Files.newInputStream(file)) {
            read = new YamlReader(problems).read(name, in.readNBytes(YamlReader.LARGEST_FILE + 1));
        } catch (IOException e) {
            problems.error("unreadable-file", new SourceLocation(name, 1, 1), "the file cannot be read", null);
            throw new InvalidBundleException(problems.sorted(), Map.of());
        }
        OnRecordParser parser = OnRecordParser.ofFile(problems);
        List<OnRecord> all = read.documents().stream().map(parser::file).toList();
        OnRecord onRecord = new OnRecord(
                all.stream().flatMap(one -> one.consents().stream()).toList(),
                all.stream().flatMap(one -> one.facts().stream()).toList());
        namespaces.check(onRecord, problems);
        if (problems.hasErrors()) {
            // Its lines are of customers: a problem is told by its place alone.
            throw new InvalidBundleException(problems.sorted(), Map.of());
        }
        return new CustomersOnRecord(onRecord);
    }

    @Override
    public @Nullable KnownCustomer find(@Nullable String namespace, String id) {
        return byId.get(namespace == null ? id : namespace + ":" + id);
    }

    private static KnownCustomer.Entry entry(OnRecord.Consent consent) {
        return new KnownCustomer.Entry(
                consent.purpose().name(),
                name(consent.channel()),
                name(consent.partner()),
                null,
                KnownCustomer.State.valueOf(consent.state().toUpperCase(Locale.ROOT)),
                consent.at(),
                consent.doubleOptIn(),
                consent.byGuardian(),
                consent.wording(),
                consent.expires());
    }

    private static @Nullable String name(@Nullable Named named) {
        return named == null ? null : named.name();
    }

    private static Map<String, Scalar> attributes(Map<String, FactValue> values) {
        Map<String, Scalar> attributes = new HashMap<>();
        values.forEach((name, value) -> {
            Scalar.Kind kind = switch (value.kind()) {
                case STRING -> Scalar.Kind.STRING;
                case NUMBER -> Scalar.Kind.NUMBER;
                case BOOLEAN -> Scalar.Kind.BOOLEAN;
            };
            attributes.put(name, new Scalar(kind, value.text()));
        });
        return attributes;
    }

    @Override
    public String toString() {
        return "CustomersOnRecord[" + byId.size() + "]";
    }
}
