package dev.sluice.gateway.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** One sample document of the shipped example, with its truth. */
record Sample(String catalog, byte[] json, Truth truth) {

    /** The partners of the example, by the purpose that each of them has. */
    enum Receiver {
        MAILWERK("marketing.communications.email"),
        PAKETBLITZ("x.delivery"),
        ADSPREE("marketing.advertising.third_party.targeted");

        private final String purpose;

        Receiver(String purpose) {
            this.purpose = purpose;
        }

        String purpose() {
            return purpose;
        }

        String id() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** The bundle of the example, from the resources that the jar carries too. */
    static Path bundle() {
        try {
            return Path.of(Objects.requireNonNull(Sample.class.getResource("/examples/shop"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static List<Sample> all() {
        try (Stream<Path> files = Files.list(bundle().resolve("samples"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(Sample::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample read(Path file) {
        String catalog = file.getFileName().toString().replace(".json", "");
        try {
            return new Sample(catalog, Files.readAllBytes(file), Truth.read(file.resolveSibling(catalog + ".truth")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Document document() {
        return new Document(json, truth.records());
    }

    @Override
    public String toString() {
        return catalog;
    }
}
