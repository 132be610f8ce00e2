package dev.sluice.gateway.drift;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What no catalog knows is counted by place; a name is told only when it cannot be about one customer. */
final class RouteDriftTest {

    private static final String AROUND = "$.customers[*]";

    private final RouteDrift drift = new Drift().route("customers", "shop");

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private boolean seen(String name, String customer) {
        return drift.seen(AROUND, bytes(name), drift.customer(bytes(customer)));
    }

    @Test
    void countsByPlace() {
        // When
        drift.count(AROUND, 3, 1000);
        drift.count(AROUND, 2, 2000);

        // Then
        assertThat(drift.places()).singleElement().satisfies(place -> {
            assertThat(place.place()).isEqualTo("$.customers[*].?");
            assertThat(place.members()).isEqualTo(5);
            assertThat(place.firstSeen().toEpochMilli()).isEqualTo(1000);
            assertThat(place.lastSeen().toEpochMilli()).isEqualTo(2000);
        });
    }

    @Test
    void tellsANameOnceTwentyCustomersHeldIt() {
        // Given
        drift.count(AROUND, 7, 1000);
        drift.count(AROUND, bytes("loyalty_tier"), 7, 1000);
        for (int k = 0; k < 19; k++) {
            assertThat(seen("loyalty_tier", "customer-" + k)).isTrue();
            assertThat(seen("loyalty_tier", "customer-" + k)).isTrue();
        }
        assertThat(drift.places()).extracting(RouteDrift.Place::place).containsExactly("$.customers[*].?");

        // When
        boolean more = seen("loyalty_tier", "customer-19");

        // Then
        assertThat(more).isFalse();
        assertThat(drift.places()).extracting(RouteDrift.Place::place).containsExactly("$.customers[*].loyalty_tier");
    }

    @Test
    void neverTellsWhatIsNoWordOfASchema() {
        for (int k = 0; k < 30; k++) {
            seen("ada@example.org", "customer-" + k);
        }
        drift.count(AROUND, 1, 1000);
        drift.count(AROUND, bytes("ada@example.org"), 1, 1000);

        assertThat(drift.places()).extracting(RouteDrift.Place::place).containsExactly("$.customers[*].?");
    }

    @Test
    void keepsNoMoreNamesThanItsBoundAndForgetsTheRarest() {
        // Given
        for (int k = 0; k < 20; k++) {
            seen("frequent", "customer-" + k);
        }
        drift.count(AROUND, 1000, 1000);
        drift.count(AROUND, bytes("frequent"), 1000, 1000);

        // When
        for (int k = 0; k < 3 * RouteDrift.MOST_NAMES; k++) {
            drift.count(AROUND, 1, 2000);
            drift.count(AROUND, bytes("name" + k), 1, 2000);
        }

        // Then
        assertThat(drift.places())
                .extracting(place -> place.place() + " " + place.members())
                .containsExactly("$.customers[*].frequent 1000", "$.customers[*].? " + 3 * RouteDrift.MOST_NAMES);
    }

    @Test
    void hashesAsSipHashDoes() {
        // The first vectors of the reference implementation's table for the key 00 01 … 0f.
        NameHash hash = new NameHash(0x0706050403020100L, 0x0f0e0d0c0b0a0908L);
        byte[] input = new byte[15];
        for (int k = 0; k < input.length; k++) {
            input[k] = (byte) k;
        }

        assertThat(hash.of(input, 0, 0)).isEqualTo(0x726fdb47dd0e0e31L);
        assertThat(hash.of(input, 0, 15)).isEqualTo(0xa129ca6149be45e5L);
    }
}
