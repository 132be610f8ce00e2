package dev.sluice.policy.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Good bundles on disk survive whatever ends the process, and are what they were. */
final class BundleStoreTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @TempDir
    private Path directory;

    private BundleSnapshot snapshot(String text) throws IOException {
        Path bundle = Files.createDirectories(directory.resolve("bundle/policies"));
        Files.writeString(bundle.resolve("a.yaml"), text);
        return BundleSnapshot.read(directory.resolve("bundle"));
    }

    private Path state() {
        return directory.resolve("state");
    }

    private static BundleNote note(BundleSnapshot snapshot, int minute) {
        return new BundleNote(snapshot.digest(), false, NOON.plusSeconds(60L * minute), "test", "");
    }

    @Test
    void keepsFilesAsTheyWere() throws Exception {
        // Given
        BundleSnapshot snapshot = snapshot("kind: Policy # \u00e9\r\n");
        try (BundleStore store = BundleStore.open(state())) {
            store.putInForce(snapshot, note(snapshot, 0));
        }

        // When
        try (BundleStore store = BundleStore.open(state())) {
            BundleSnapshot kept = store.load(snapshot.digest()).orElseThrow();

            // Then
            assertThat(kept.files()).containsOnlyKeys("policies/a.yaml");
            assertThat(kept.files().get("policies/a.yaml"))
                    .isEqualTo(snapshot.files().get("policies/a.yaml"));
            assertThat(store.inForce()).contains(note(snapshot, 0));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(state())))
                .isEqualTo("rwx------");
    }

    @Test
    void noticesFilesThatWereChanged() throws Exception {
        // Given
        BundleSnapshot snapshot = snapshot("a: 1");
        try (BundleStore store = BundleStore.open(state())) {
            store.putInForce(snapshot, note(snapshot, 0));

            // When
            Files.writeString(state().resolve("bundles/" + snapshot.digest() + "/policies/a.yaml"), "a: 2");

            // Then
            assertThat(store.load(snapshot.digest())).isEmpty();

            // When
            store.putInForce(snapshot, note(snapshot, 1));

            // Then
            assertThat(store.load(snapshot.digest())).isPresent();
        }
    }

    @Test
    void forgetsTheOldest() throws Exception {
        try (BundleStore store = BundleStore.open(state())) {
            // When
            for (int k = 0; k < BundleStore.MOST + 5; k++) {
                BundleSnapshot snapshot = snapshot("a: " + k);
                store.putInForce(snapshot, note(snapshot, k));
            }

            // Then
            assertThat(store.list()).hasSize(BundleStore.MOST);
            assertThat(store.load(snapshot("a: 4").digest())).isEmpty();
            assertThat(store.load(snapshot("a: 5").digest())).isPresent();
            assertThat(store.list().get(0).version())
                    .isEqualTo(snapshot("a: 14").digest());
        }
    }

    @Test
    void belongsToOneAtATime() throws Exception {
        try (BundleStore store = BundleStore.open(state())) {
            assertThat(store.list()).isEmpty();

            assertThatThrownBy(() -> BundleStore.open(state())).isInstanceOf(StateInUseException.class);
        }
    }

    @Test
    void writesReasonsAsOneLine() throws Exception {
        // Given
        BundleSnapshot snapshot = snapshot("a: 1");
        BundleNote note = new BundleNote(snapshot.digest(), true, NOON, "ada\n", "first\nsecond\tthird = \u00fc");
        try (BundleStore store = BundleStore.open(state())) {

            // When
            store.putInForce(snapshot, note);

            // Then
            assertThat(store.inForce().orElseThrow().why()).isEqualTo("first second third = \u00fc");
            assertThat(Files.readAllLines(state().resolve("history.tsv"))).hasSize(1);
        }
    }

    @Test
    void clearsAwayWhatWasHalfWritten() throws Exception {
        // Given
        Path half = Files.createDirectories(state().resolve("bundles/.writing-abc/policies"));
        Files.writeString(half.resolve("a.yaml"), "half");

        // When
        try (BundleStore store = BundleStore.open(state())) {

            // Then
            assertThat(store.list()).isEmpty();
            assertThat(state().resolve("bundles")).isEmptyDirectory();
        }
    }

    @Test
    void aProcessThatIsKilledAtAnyMomentLeavesAGoodBundleInForce() throws Exception {
        BundleSnapshot first = snapshot("a: first");
        try (BundleStore store = BundleStore.open(state())) {
            store.putInForce(first, note(first, 0));
        }
        for (int round = 0; round < 8; round++) {
            // When
            Process writer = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin/java").toString(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Restless.class.getName(),
                            directory.toString())
                    .redirectErrorStream(true)
                    .start();
            writer.getInputStream().read();
            Thread.sleep(3 + 11L * round);
            writer.destroyForcibly().waitFor(20, TimeUnit.SECONDS);

            // Then
            try (BundleStore store = BundleStore.open(state())) {
                String version = store.inForce().orElseThrow().version();
                assertThat(store.load(version)).as("round %s", round).isPresent();
            }
        }
    }

    /** Puts one bundle after the other in force until it is killed. */
    static final class Restless {

        private Restless() {}

        public static void main(String[] arguments) throws Exception {
            Path directory = Path.of(arguments[0]);
            Path bundle = Files.createDirectories(directory.resolve("restless"));
            try (BundleStore store = BundleStore.open(directory.resolve("state"))) {
                for (int k = 0; ; k++) {
                    for (int file = 0; file < 5; file++) {
                        Files.writeString(bundle.resolve(file + ".yaml"), "a: " + k + " of " + System.nanoTime());
                    }
                    BundleSnapshot snapshot = BundleSnapshot.read(bundle);
                    store.putInForce(snapshot, note(snapshot, k));
                    if (k == 0) {
                        System.out.println("writing");
                    }
                }
            }
        }
    }
}
