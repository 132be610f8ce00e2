package dev.sluice.gateway.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shipped catalogs with one policy that shares names, e-mail and postal addresses with Mailwerk, whoever it is about. */
final class GenerousBundle {

    private static final List<String> SHARED = List.of("user.contact.email", "user.contact.address", "user.name");

    private GenerousBundle() {}

    static boolean shares(String category) {
        return SHARED.stream().anyMatch(shared -> category.equals(shared) || category.startsWith(shared + "."));
    }

    static Path write(Path directory) {
        try (Stream<Path> catalogs = Files.list(Sample.bundle().resolve("catalogs"))) {
            List<String> ids =
                    catalogs.map(file -> copy(file, directory)).sorted().toList();
            Files.writeString(directory.resolve("policy.yaml"), policy(ids));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String copy(Path catalog, Path directory) {
        try {
            Files.copy(catalog, directory.resolve(catalog.getFileName().toString()));
            return catalog.getFileName().toString().replace(".yaml", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String policy(List<String> catalogs) {
        String shares = SHARED.stream().collect(Collectors.joining(", ", "[", "]"));
        String parts = Stream.of("delivery", "billing", "home", "address_book")
                .map(part -> "  - { id: in-" + part + ", of: " + part + ", share: " + shares + " }\n")
                .collect(Collectors.joining());
        return """
                kind: Partner
                id: mailwerk
                role: email_marketer
                countries: [DE]
                purposes: [marketing.communications.email]
                ---
                kind: Policy
                id: names-and-addresses
                owner: test@shop.example
                why: A test shares names and addresses with no condition
                review_by: 2030-01-01
                partners:
                  ids: [mailwerk]
                catalogs: [%s]
                purpose: marketing.communications.email
                basis: legal_obligation
                share: %s
                rules:
                """.formatted(String.join(", ", catalogs), shares) + parts;
    }
}
