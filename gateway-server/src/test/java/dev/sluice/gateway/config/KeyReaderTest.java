package dev.sluice.gateway.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sluice.policy.diagnostic.InvalidBundleException;
import dev.sluice.policy.form.KeyRing;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The keys of the gateway's file, and the epochs of those that change. */
class KeyReaderTest {

    @TempDir
    Path directory;

    @BeforeEach
    void writeKeys() throws Exception {
        for (int k = 1; k <= 3; k++) {
            byte[] secret = new byte[32];
            Arrays.fill(secret, (byte) k);
            Files.write(directory.resolve(k + ".key"), secret);
        }
    }

    @Test
    void aKeyOfOneFileNeverChanges() throws Exception {
        // When
        ConfiguredKeys keys = read("main: { file: 1.key }");

        // Then
        assertThat(keys.only()).isNotNull().satisfies(key -> {
            assertThat(key.epochs()).extracting(KeyRing.Epoch::id).containsExactly("main");
            assertThat(key.epochs()).extracting(KeyRing.Epoch::from).containsExactly(Instant.MIN);
        });
        assertThat(keys.declared()).startsWith("`keys` of `").endsWith("gateway.yaml`");
        assertThat(keys + " " + keys.only()).doesNotContain("[1, 1");
    }

    @Test
    void epochsFollowEachOther() throws Exception {
        // When
        KeyRing.Key key = read("""
                main:
                    overlap: 30d
                    epochs:
                      - { id: a, file: 1.key }
                      - { id: b, file: 2.key, from: 2027-01-01 }
                      - { id: c, file: 3.key, from: "2027-06-01T12:00:00Z" }
                """).key("main");

        // Then
        assertThat(key.overlap()).isEqualTo(Duration.ofDays(30));
        assertThat(key.epochs())
                .extracting(KeyRing.Epoch::from)
                .containsExactly(
                        Instant.MIN, Instant.parse("2027-01-01T00:00:00Z"), Instant.parse("2027-06-01T12:00:00Z"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            { epochs: [] }                                                                        | has no epoch
            { epochs: [{ id: a, file: 1.key }, { id: b, file: 2.key }]}                           | does not begin after
            { overlap: 30d, epochs: [{ id: a, file: 1.key, from: 2027-01-01 }, { id: b, file: 2.key, from: 2027-01-31 }]} | does not begin after
            { epochs: [{ id: a, file: 1.key }, { id: a, file: 2.key, from: 2027-01-01 }]}          | has the id or the bytes of another
            { epochs: [{ id: a, file: 1.key }, { id: b, file: 1.key, from: 2027-01-01 }]}          | has the id or the bytes of another
            { epochs: [{ id: "a~b", file: 1.key }]}                                               | the epoch's id is not usable
            { epochs: [{ id: a, file: 1.key, from: soon }]}                                       | `from` is `soon`
            { epochs: [{ id: a, file: none.key }]}                                                | cannot read the file
            { epochs: [{ id: a }]}                                                                | the key `file` is missing
            { file: 1.key, overlap: 30d }                                                         | unknown key `overlap`
            { file: 1.key, epochs: [{ id: a, file: 2.key }] }                                     | unknown key `file`
            """)
    void refusesWhatCouldNotBeMeant(String key, String message) {
        // When
        InvalidBundleException refusal = catchThrowableOfType(InvalidBundleException.class, () -> read("main: " + key));

        // Then
        assertThat(refusal.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).contains(message));
    }

    private ConfiguredKeys read(String keys) throws Exception {
        Path file = Files.writeString(directory.resolve("gateway.yaml"), """
                format: 1
                bundle: bundle
                listeners:
                  partners: { bind: "127.0.0.1:8443", tls: off }
                upstreams: {}
                routes: []
                keys:
                  KEYS
                """.replace("KEYS", keys));
        return ConfigReader.read(file).keys();
    }
}
