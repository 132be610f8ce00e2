package dev.sluice.gateway.cli;

import dev.sluice.policy.decision.DecisionPoint;
import dev.sluice.policy.decision.DecisionPoint.DisclosureRequest;
import dev.sluice.policy.decision.KnownCustomers;
import dev.sluice.policy.decision.UnknownSubjectException;
import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.model.Bundle;
import dev.sluice.policy.model.CustomerNamespaces;
import dev.sluice.policy.model.Partner;
import dev.sluice.policy.repository.CustomersOnRecord;
import dev.sluice.policy.repository.ReadyBundle;
import dev.sluice.policy.world.Nearest;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that say who would receive which document, when, by which bundle. */
final class DecisionOptions {

    private static final String DAY = "2026-11-21";

    @Option(names = "--bundle", paramLabel = "DIR", required = true, description = "The bundle's directory.")
    private Path bundle;

    @Option(names = "--partner", paramLabel = "ID", required = true, description = "Who would receive it.")
    private String partner;

    @Option(names = "--catalog", paramLabel = "ID", required = true, description = "The document's shape.")
    private String catalog;

    @Option(names = "--purpose", paramLabel = "USE", description = "What for; else the partner's only purpose.")
    private @Nullable String purpose;

    @Option(
            names = "--at",
            paramLabel = "INSTANT",
            description =
                    "When it is judged, such as 2026-11-21T10:00:00Z, or a day from its beginning in UTC; else now.")
    private @Nullable String at;

    @Option(
            names = "--caller-roles",
            paramLabel = "ROLE",
            split = ",",
            description = "The roles of the person who asks, several with commas; else nobody knows.")
    private @Nullable List<String> callerRoles;

    @Option(names = "--ndjson", description = "The input is a sequence of documents, one a line.")
    private boolean ndjson;

    @Option(names = "--config", paramLabel = "FILE", description = "The gateway's file, for its keys.")
    private @Nullable Path config;

    @Option(
            names = "--consents",
            paramLabel = "FILE",
            description = "What is on record of customers beside the document: `consents` and `facts`.")
    private @Nullable Path consents;

    @Parameters(paramLabel = "IN", arity = "0..1", description = "The document; else stdin.")
    private @Nullable Path in;

    /** A place of the bundle as a person at this terminal would name it. */
    Path bundle() {
        return bundle;
    }

    boolean ndjson() {
        return ndjson;
    }

    /** Whether pseudonyms come from a key that is forgotten. */
    boolean throwawayKeys() {
        return config == null;
    }

    DocumentInput input(Terminal terminal) {
        return DocumentInput.open(in, terminal);
    }

    ReadyBundle load(Terminal terminal) {
        return OpenedBundle.of(bundle, config, terminal);
    }

    /** Asks a decision point of a bundle; the gateway answers a suspended partner nothing, so neither does this. */
    <T> T ask(ReadyBundle ready, BiFunction<DecisionPoint, DisclosureRequest, T> question) {
        Bundle model = ready.loaded().model();
        requireActive(model);
        String use = Purpose.of(model, partner, purpose);
        try {
            return question.apply(
                    ready.decisions(),
                    new DisclosureRequest(
                            partner,
                            use,
                            catalog,
                            instant(),
                            callerRoles == null ? null : Set.copyOf(callerRoles),
                            known(model)));
        } catch (UnknownSubjectException e) {
            throw new Refusal(String.valueOf(e.getMessage()), Purpose.catalogs(model, catalog));
        }
    }

    /** Looks for customers near to those who are decided. */
    Nearest nearest(ReadyBundle ready) {
        Bundle model = ready.loaded().model();
        Partner asked = model.partners().stream()
                .filter(known -> known.id().name().equals(partner))
                .findFirst()
                .orElseThrow();
        return new Nearest(ready.plans().detailed(asked, Purpose.of(model, partner, purpose), catalog), instant());
    }

    private KnownCustomers known(Bundle model) {
        if (consents == null) {
            return KnownCustomers.NOBODY;
        }
        try {
            return CustomersOnRecord.read(consents, CustomerNamespaces.of(model));
        } catch (InvalidBundleException e) {
            PlacedProblems problems = new PlacedProblems();
            Path directory = consents.getParent();
            problems.add(directory == null ? Path.of("") : directory, e.problems(), e.sources());
            throw new Refusal(problems.report(PlacedProblems.Format.TEXT).strip());
        }
    }

    private void requireActive(Bundle model) {
        boolean suspended = model.partners().stream()
                .anyMatch(known -> known.id().name().equals(partner) && known.status() == Partner.Status.SUSPENDED);
        if (suspended) {
            throw new Refusal(
                    "the partner `" + partner + "` is suspended",
                    "it gets nothing until its `status` is `active` again");
        }
    }

    private Instant instant() {
        if (at == null) {
            return Instant.now();
        }
        try {
            boolean day = at.length() == DAY.length();
            return day ? LocalDate.parse(at).atStartOfDay(ZoneOffset.UTC).toInstant() : Instant.parse(at);
        } catch (DateTimeParseException e) {
            throw new Refusal("`" + at + "` is no instant (expected: such as 2026-11-21T10:00:00Z, or a day)");
        }
    }
}
