package dev.sluice.policy.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.policy.field.RecordContext;
import dev.sluice.policy.field.Scalar;
import dev.sluice.policy.form.KeyRing.Epoch;
import dev.sluice.policy.form.KeyRing.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;

/** What is said of keys is what pseudonyms are. */
class KeyUsePropertyTest {

    private static final Instant START = Instant.parse("2027-01-01T00:00:00Z");
    private static final Scalar VALUE = Scalar.string("207119551");

    /** Keys of few epochs, few bytes and few days, so that many make the same. */
    private static Key key(Random random) {
        Duration overlap = Duration.ofDays(random.nextInt(3));
        List<Epoch> epochs = new ArrayList<>();
        Instant from = random.nextBoolean() ? Instant.MIN : START.plus(Duration.ofDays(random.nextInt(2)));
        for (int k = random.nextInt(2); k >= 0; k--) {
            byte[] secret = new byte[32];
            Arrays.fill(secret, (byte) (10 * epochs.size() + random.nextInt(2)));
            epochs.add(new Epoch("e" + epochs.size(), from, secret));
            from = START.plus(Duration.ofDays(5 + random.nextInt(2)));
        }
        return new Key("k", epochs, overlap);
    }

    private static @Nullable Scalar pseudonym(Key key, KeyChange change, Instant at) {
        return new Pseudonym(key, change, "mailer", "customer", false)
                .apply(VALUE, new RecordContext(at, "mailer", null, null));
    }

    private static KeyUse use(Key key, KeyChange change, Instant at) {
        return KeyUse.of(new Ring(key), key, change, true, at);
    }

    @Property(tries = 500)
    @Label(
            "two uses of keys are the same exactly where a pseudonym is; none is used exactly where there is no pseudonym")
    void sameUsesMakeSamePseudonyms(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        Key one = key(random);
        Key other = key(random);
        KeyChange change = KeyChange.values()[random.nextInt(3)];
        KeyChange otherChange = KeyChange.values()[random.nextInt(3)];
        Instant at = START.plus(Duration.ofHours(random.nextInt(24 * 10)));

        // When
        Scalar first = pseudonym(one, change, at);
        Scalar second = pseudonym(other, otherChange, at);

        // Then
        KeyUse use = use(one, change, at);
        assertThat(use.same(use(other, otherChange, at))).isEqualTo(Objects.equals(first, second));
        assertThat(use.used().isEmpty()).isEqualTo(first == null);
    }

    @Property(tries = 500)
    @Label("between two turns of a key a pseudonym stays what it is")
    void pseudonymsChangeAtTurnsAlone(@ForAll long seed) {
        // Given
        Random random = new Random(seed);
        Key key = key(random);
        KeyChange change = KeyChange.values()[random.nextInt(3)];
        Instant at = START.plus(Duration.ofHours(random.nextInt(24 * 10)));
        Instant later = at.plus(Duration.ofHours(1 + random.nextInt(48)));

        // When
        boolean turned = KeyUse.turns(key).stream().anyMatch(turn -> turn.isAfter(at) && !turn.isAfter(later));

        // Then
        assertThat(turned || Objects.equals(pseudonym(key, change, at), pseudonym(key, change, later)))
                .isTrue();
    }

    private record Ring(Key one) implements KeyRing {

        @Override
        public @Nullable Key key(String id) {
            return id.equals(one.id()) ? one : null;
        }

        @Override
        public Key only() {
            return one;
        }

        @Override
        public Collection<String> ids() {
            return List.of(one.id());
        }

        @Override
        public String declared() {
            return "the keys";
        }
    }
}
